import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { pool, transaction } from '../db.ts'
import type { Outcome } from '../outcome.ts'
import type { Viewer } from '../viewer.ts'
import { setSchema } from './held.ts'

/** A code that a link carries: 128 random bits. */
const codeField = z.string().regex(/^[\w-]{22}$/)
export const codeSchema = z.strictObject({ code: codeField })

/** The code that an address carries; null for anything else. */
export const readCode = (text: unknown): string | null => codeField.safeParse(text).data ?? null

/** A new one. */
export const createCode = (): string => randomBytes(16).toString('base64url')

export const shareSchema = setSchema.extend({ isShared: z.boolean() })

/** Lets colleagues look at a set by a link, or takes the link back, after which it leads nowhere for ever. */
export const shareSet = (
  { personId }: Viewer,
  { set, isShared }: z.output<typeof shareSchema>,
): Promise<Outcome<{ readonly isShared: boolean }>> =>
  transaction<Outcome<{ readonly isShared: boolean }>>(async (client) => {
    const { rows } = await client.query<{ is_archived: boolean }>(
      `SELECT archived_at IS NOT NULL AS is_archived FROM teacher_set WHERE id = $1 AND owner_id = $2 FOR UPDATE`,
      [set, personId],
    )
    const [own] = rows
    if (!own) return { refused: 'not-found' }
    if (own.is_archived && isShared) return { refused: 'archived' }
    await client.query(
      'UPDATE teacher_set SET share_code = CASE WHEN $2 THEN coalesce(share_code, $3) END WHERE id = $1',
      [set, isShared, createCode()],
    )
    return { done: { isShared } }
  })

export const archiveSetSchema = setSchema.extend({ isArchived: z.boolean() })

/** Puts a set away, and takes its link back; or takes it out again. Nothing in it is lost, and what was assigned of it goes on. */
export async function archiveSet(
  { personId }: Viewer,
  { set, isArchived }: z.output<typeof archiveSetSchema>,
): Promise<Outcome<{ readonly isArchived: boolean }>> {
  const { rowCount } = await pool().query(
    `UPDATE teacher_set SET archived_at = CASE WHEN $3 THEN coalesce(archived_at, clock_timestamp()) END,
       share_code = CASE WHEN $3 THEN NULL ELSE share_code END
     WHERE id = $1 AND owner_id = $2`,
    [set, personId, isArchived],
  )
  return rowCount === 0 ? { refused: 'not-found' } : { done: { isArchived } }
}
