import { z } from 'zod'
import { transaction } from '../db.ts'
import { isStorable } from '../fields.ts'
import { addJob } from '../jobs/add.ts'
import type { Outcome } from '../outcome.ts'
import type { Viewer } from '../viewer.ts'

/** The most that somebody may have under way at once, and ask for in a day. */
const UNDER_WAY = 10
const A_DAY = 200

const words = (most: number) => z.string().trim().min(1).max(most).refine(isStorable)

export const addressSchema = z.strictObject({ address: words(2_000) })

/** A file, or a text that was pasted. */
export const bytesSchema = z.strictObject({
  bytes: z.instanceof<typeof Uint8Array<ArrayBufferLike>>(Uint8Array).refine(({ length }) => length > 0),
  name: words(255).optional(),
  type: words(255).optional(),
})

/** What is asked for. */
type Wanted =
  | { readonly kind: 'address'; readonly address: string }
  | { readonly kind: 'item'; readonly address: string }
  | { readonly kind: 'text'; readonly bytes: Uint8Array }
  | {
      readonly kind: 'file'
      readonly bytes: Uint8Array
      readonly name: string
      readonly type: string | undefined
    }

/** Notes what is wanted, and has it brought in; refused where too much is under way. */
export const want = ({ personId }: Viewer, wanted: Wanted): Promise<Outcome<{ readonly import: string }>> =>
  transaction<Outcome<{ readonly import: string }>>(async (client) => {
    if (personId === null) return { refused: 'not-found' }
    // One at a time, so that nobody asks for more than they may by asking at once.
    await client.query('SELECT FROM person WHERE id = $1 FOR NO KEY UPDATE', [personId])
    const {
      name = null,
      type = null,
      address = null,
      bytes = null,
    } = wanted as Partial<Record<string, unknown>>
    const { rows } = await client.query<{ id: string }>(
      `INSERT INTO import (id, owner_id, kind, name, type, address, bytes)
       SELECT gen_random_uuid(), $1, $2, $3, $4, $5, $6 FROM (
         SELECT count(*) FILTER (WHERE ended_at IS NULL) AS under_way, count(*) AS of_today FROM import
         WHERE owner_id = $1 AND created_at > clock_timestamp() - interval '1 day'
       ) so_far WHERE under_way < ${UNDER_WAY} AND of_today < ${A_DAY}
       RETURNING id`,
      [personId, wanted.kind, name, type, address, bytes],
    )
    const id = rows[0]?.id
    if (id === undefined) return { refused: 'throttled' }
    await addJob(client, 'bring-in', { import: id })
    return { done: { import: id }, created: true }
  })

/** Brings in what stands at an address. */
export const wantAddress = (viewer: Viewer, { address }: z.output<typeof addressSchema>) =>
  want(viewer, { kind: 'address', address })

/** Brings in a file, or, without a name, a text. */
export const wantBytes = (viewer: Viewer, { bytes, name, type }: z.output<typeof bytesSchema>) =>
  want(viewer, name === undefined ? { kind: 'text', bytes } : { kind: 'file', bytes, name, type })
