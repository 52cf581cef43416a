import type pg from 'pg'
import { z } from 'zod'
import { findRevision } from '../articles/may-read.ts'
import { pool, transaction } from '../db.ts'
import type { Outcome } from '../outcome.ts'
import { AT_DESK } from '../questions/of-desk.ts'
import { readQuestion } from '../questions/stored.ts'
import type { codeSchema } from '../sets/share.ts'
import { createCode } from '../sets/share.ts'
import type { Viewer } from '../viewer.ts'
import { deskSchema, layDown } from './hold.ts'
import type { DeskView } from './view.ts'

export const slugSchema = z.strictObject({ slug: z.string().min(1).max(200) })

interface OpenedView {
  readonly desk: string
}
type Opened = Outcome<OpenedView>

/** Opens the viewer's desk for an article as it reads now: the one they have, or a new one with the questions of its quiz laid down. */
export const openDesk = ({ personId }: Viewer, { slug }: z.output<typeof slugSchema>): Promise<Opened> =>
  transaction<Opened>(async (client) => {
    if (personId === null) return { refused: 'not-found' }
    // Held to the end: a second click waits, and finds what the first one made.
    await client.query('SELECT FROM person WHERE id = $1 FOR NO KEY UPDATE', [personId])
    const revision = await findRevision(client, personId, slug)
    if (revision === null) return { refused: 'not-found' }
    const { desk, isMade } = await deskWithQuiz(client, personId, revision)
    return { done: { desk }, ...(isMade ? { created: true } : {}) }
  })

/** The desk of a person's for a revision; where there is none, one with the questions of its quiz laid down. */
export async function deskWithQuiz(
  client: pg.PoolClient,
  personId: string,
  revision: string,
): ReturnType<typeof deskOf> {
  const found = await deskOf(client, personId, revision)
  if (found.isMade) await layQuiz(client, { desk: found.desk, personId }, revision)
  return found
}

/** The desk of a person's for a revision that was changed last; one with nothing on it where there is none. */
export async function deskOf(
  client: pg.PoolClient,
  personId: string,
  revision: string,
): Promise<{ readonly desk: string; readonly isMade: boolean }> {
  const { rows } = await client.query<{ id: string }>(
    `SELECT k.id FROM desk k WHERE k.revision_id = $1 AND ${AT_DESK('k.id', '$2')} ORDER BY k.changed_at DESC LIMIT 1`,
    [revision, personId],
  )
  const [own] = rows
  if (own) return { desk: own.id, isMade: false }
  const { rows: made } = await client.query<{ id: string }>(
    'INSERT INTO desk (id, revision_id) VALUES (gen_random_uuid(), $1) RETURNING id',
    [revision],
  )
  const desk = (made as [{ id: string }])[0].id
  await client.query('INSERT INTO desk_teacher (desk_id, person_id) VALUES ($1, $2)', [desk, personId])
  return { desk, isMade: true }
}

/** Makes a desk of somebody's on a revision, with the questions of its quiz laid down. */
export /** Lays down the questions of the quiz of a revision's article. */
async function layQuiz(
  client: pg.PoolClient,
  at: { readonly desk: string; readonly personId: string },
  revision: string,
): Promise<void> {
  const { rows } = await client.query<{ id: string; body: unknown }>(
    `SELECT v.id, v.body FROM quiz_set_item i JOIN question_version v ON v.id = i.version_id
     WHERE i.set_id = (SELECT id FROM quiz_set WHERE revision_id = $1 AND article_id IS NOT NULL
         ORDER BY number DESC LIMIT 1)
       AND NOT EXISTS (SELECT FROM withdrawal w WHERE w.version_id = v.id)
     ORDER BY i.position`,
    [revision],
  )
  const questions = rows.map(({ id, body }) => ({ versionId: id, question: readQuestion(body) }))
  await layDown(client, at, questions)
}

/** The desks at which the viewer works, the last changed first. */
export async function listDesks({ personId }: Viewer): Promise<DeskView[]> {
  const { rows } = await pool().query<Omit<DeskView, 'changedAt'> & { changed_at: Date }>(
    `SELECT k.id, r.title, a.slug, r.number AS revision, k.changed_at, sum.drafts, sum.approved, sum.open,
       (SELECT count(*)::int FROM desk_teacher o WHERE o.desk_id = k.id) AS teachers
     FROM desk_teacher t JOIN desk k ON k.id = t.desk_id JOIN revision r ON r.id = k.revision_id
     JOIN article a ON a.id = r.article_id
     CROSS JOIN LATERAL (
       SELECT count(*)::int AS drafts, count(*) FILTER (WHERE s.state = 'approved')::int AS approved,
         count(*) FILTER (WHERE s.state = 'open')::int AS open
       FROM draft d JOIN draft_step s ON s.draft_id = d.id AND s.number = d.step WHERE d.desk_id = k.id
     ) sum
     WHERE t.person_id = $1 ORDER BY k.changed_at DESC, k.id`,
    [personId],
  )
  return rows.map(({ changed_at, ...row }) => ({ ...row, changedAt: changed_at.toISOString() }))
}

/** Comes to a colleague's desk by its link; again, nothing happens. */
export const joinDesk = ({ personId }: Viewer, { code }: z.output<typeof codeSchema>): Promise<Opened> =>
  transaction<Opened>(async (client) => {
    if (personId === null) return { refused: 'not-found' }
    const { rows } = await client.query<{ id: string }>(
      'SELECT id FROM desk WHERE share_code = $1 FOR SHARE',
      [code],
    )
    const desk = rows[0]?.id
    if (desk === undefined) return { refused: 'not-found' }
    await client.query(
      'INSERT INTO desk_teacher (desk_id, person_id) VALUES ($1, $2) ON CONFLICT DO NOTHING',
      [desk, personId],
    )
    return { done: { desk } }
  })

/** What a colleague's link leads to, for who may follow it; null where it leads nowhere. */
export async function getSharedDesk(
  { personId }: Viewer,
  code: string,
): Promise<{
  readonly title: string
  readonly teachers: readonly string[]
  readonly own: string | null
} | null> {
  const { rows } = await pool().query<{ title: string; teachers: string[]; own: string | null }>(
    `SELECT r.title, ${TEACHERS} AS teachers, CASE WHEN ${AT_DESK('k.id', '$2')} THEN k.id END AS own
     FROM desk k JOIN revision r ON r.id = k.revision_id WHERE k.share_code = $1`,
    [code, personId],
  )
  return rows[0] ?? null
}

/** SQL: who works at the desk `k`, in the order in which they came. */
export const TEACHERS = `array(
  SELECT o.name FROM desk_teacher t JOIN account o ON o.person_id = t.person_id
  WHERE t.desk_id = k.id ORDER BY t.joined_at, o.name)`

export const shareDeskSchema = deskSchema.extend({ isShared: z.boolean() })

/** Lets colleagues come to a desk by a link, or takes the link back, after which it leads nowhere for ever; who has come stays. */
export async function shareDesk(
  { personId }: Viewer,
  { desk, isShared }: z.output<typeof shareDeskSchema>,
): Promise<Outcome<{ readonly isShared: boolean }>> {
  const { rowCount } = await pool().query(
    `UPDATE desk k SET share_code = CASE WHEN $3 THEN coalesce(share_code, $4) END
     WHERE k.id = $1 AND ${AT_DESK('k.id', '$2')}`,
    [desk, personId, isShared, createCode()],
  )
  return rowCount === 0 ? { refused: 'not-found' } : { done: { isShared } }
}

/** Leaves a desk; whoever else works there goes on, and sets made from it stay. */
export async function leaveDesk(
  { personId }: Viewer,
  { desk }: z.output<typeof deskSchema>,
): Promise<Outcome<{ readonly left: true }>> {
  const { rowCount } = await pool().query('DELETE FROM desk_teacher WHERE desk_id = $1 AND person_id = $2', [
    desk,
    personId,
  ])
  return rowCount === 0 ? { refused: 'not-found' } : { done: { left: true } }
}
