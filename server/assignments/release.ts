import type pg from 'pg'
import { z } from 'zod'
import { writeAudit } from '../accounts/audit.ts'
import { id } from '../fields.ts'
import { notify } from '../notices/notify.ts'
import type { Outcome } from '../outcome.ts'
import type { Viewer } from '../viewer.ts'
import { asAssigner } from './assign.ts'
import { tellDue } from './tell-due.ts'

export const releaseSchema = z.strictObject({ assignment: id, what: z.enum(['scores', 'answers']) })

/**
 * Lets those who have handed in an assignment see, before its rules would tell it, their grades and what is said of them
 * ('scores': no mark of a question and no key), or all of it ('answers', which the rules must allow some day); and tells
 * them. Of scores, what is handed in afterwards waits for another release; answers are told from then on.
 */
export const releaseGrades = (
  viewer: Viewer,
  { assignment, what }: z.output<typeof releaseSchema>,
): Promise<Outcome<{ readonly released: true }>> =>
  asAssigner<{ readonly released: true }>(viewer, assignment, async (client, actor) => {
    const waiting = await listWaiting(client, assignment, what)
    const { rows } = await client.query<{ title: string; class: string }>(
      `UPDATE assignment a SET ${what}_released_at = clock_timestamp() FROM class c
       WHERE a.id = $1 AND c.id = a.class_id${what === 'answers' ? ` AND a.feedback <> 'never'` : ''}
       RETURNING a.title, c.name AS class`,
      [assignment],
    )
    const [given] = rows
    if (!given) return { refused: 'key-stays' }
    if (what === 'answers') await tellDue(client, assignment)
    await notify(client, waiting, {
      kind: 'released',
      cause: causeOf(assignment, what),
      data: { assignment, title: given.title, class: given.class, what },
    })
    await writeAudit(client, {
      actor,
      deed: 'release-grades',
      subject: null,
      details: { assignment, what },
    })
    return { done: { released: true } }
  })

const causeOf = (assignment: string, what: 'scores' | 'answers'): string => `released ${what} ${assignment}`

/** SQL about `attempt t` of `assignment a`: whether it waits to be told, and nobody has seen its score. */
export const IS_UNSEEN = `t.submitted_at IS NOT NULL AND t.told_at IS NULL
  AND (a.scores_released_at IS NULL OR t.submitted_at > a.scores_released_at)`

/** Whom the release of something tells what they did not know. */
async function listWaiting(
  client: pg.PoolClient,
  assignment: string,
  what: 'scores' | 'answers',
): Promise<string[]> {
  const waits = what === 'scores' ? IS_UNSEEN : 't.submitted_at IS NOT NULL AND t.told_at IS NULL'
  const { rows } = await client.query<{ person_id: string }>(
    `SELECT DISTINCT t.person_id FROM attempt t JOIN assignment a ON a.id = t.assignment_id
     WHERE a.id = $1 AND ${waits} AND is_assigned(a.id, t.person_id)`,
    [assignment],
  )
  return rows.map(({ person_id }) => person_id)
}

/** Takes released scores back: who looks from now on does not find them. What was told with its answers stays told. */
export const takeBackScores = (
  viewer: Viewer,
  { assignment }: { readonly assignment: string },
): Promise<Outcome<{ readonly takenBack: true }>> =>
  asAssigner<{ readonly takenBack: true }>(viewer, assignment, async (client, actor) => {
    await client.query('UPDATE assignment SET scores_released_at = NULL WHERE id = $1', [assignment])
    await client.query(
      `DELETE FROM notice WHERE person_id IN (SELECT person_id FROM attempt WHERE assignment_id = $1)
         AND cause = $2 AND read_at IS NULL`,
      [assignment, causeOf(assignment, 'scores')],
    )
    await writeAudit(client, { actor, deed: 'take-back-grades', subject: null, details: { assignment } })
    return { done: { takenBack: true } }
  })
