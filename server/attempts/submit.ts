import type pg from 'pg'
import { feedback } from '#core'
import { transaction } from '../db.ts'
import type { Outcome } from '../outcome.ts'
import type { Viewer } from '../viewer.ts'
import { COUNTING, IS_HANDED_OUT, WHICH_TRY } from './counting.ts'
import { getPinned, getTaken, holdOpen, type Pinned } from './record.ts'
import { getResults } from './results.ts'
import type { ResultsView } from './view.ts'

/** Hands an attempt in, which makes every answer final, and tells the results. Doing it again tells them again. */
export async function submitAttempt(viewer: Viewer, id: string): Promise<Outcome<ResultsView>> {
  const pinned = await getWhole(viewer, id)
  if (!pinned) return { refused: 'not-found' }
  const hasGrown = await transaction(
    async (client) => (await holdOpen(client, viewer, id)) && !(await closeAttempt(client, pinned)),
  )
  return hasGrown ? submitAttempt(viewer, id) : getResults(viewer, id)
}

/** An attempt with all its questions: what is known of a set is all there is, practice may have been given more. */
async function getWhole(viewer: Viewer, id: string): Promise<Pinned | null> {
  const known = await getPinned(viewer, id)
  return known?.set.practice ? ((await getTaken(viewer, id))?.pinned ?? null) : known
}

/**
 * Counts the answers that were not final yet, and marks attempt and items as over. The attempt's row is locked. False, and
 * nothing done, where it has been given a question meanwhile.
 */
async function closeAttempt(client: pg.PoolClient, pinned: Pinned): Promise<boolean> {
  // From here on no answer is being saved: save_response holds the item's row while it works.
  const { rowCount } = await client.query(
    'SELECT FROM attempt_item WHERE attempt_id = $1 ORDER BY position FOR NO KEY UPDATE',
    [pinned.id],
  )
  if (rowCount !== pinned.items.length) return false
  const { rows } = await client.query<{ position: number; answer: never; tries: number }>(
    `SELECT i.position, last.answer, ${WHICH_TRY} AS tries FROM attempt_item i ${COUNTING}
     WHERE i.attempt_id = $1 AND i.final_at IS NULL AND (last.answer <> 'null'::jsonb OR t.used IS NOT NULL)
       AND NOT ${IS_HANDED_OUT}`,
    [pinned.id],
  )
  const counted = rows.flatMap(({ position, answer, tries }) => {
    const item = pinned.items[position - 1]
    if (!item) return []
    const { mark } = feedback(item.version.question, answer, item.arrangement, tries)
    return [{ version: item.version.id, isRight: mark === 1 }]
  })
  // In one order for everyone, so that two who hand in at once do not wait for each other in a circle.
  await client.query(
    `SELECT count_answer(version, is_right)
     FROM (SELECT * FROM unnest($1::uuid[], $2::boolean[]) AS t (version, is_right) ORDER BY version) AS ordered`,
    [counted.map(({ version }) => version), counted.map(({ isRight }) => isRight)],
  )
  await client.query(
    `UPDATE attempt_item i
     SET final_at = clock_timestamp(), answered = tally.answered, answered_right = tally.answered_right
     FROM (
       SELECT item.position, coalesce(sum(t.answered), 0)::int AS answered,
         coalesce(sum(t.answered_right), 0)::int AS answered_right
       FROM attempt_item item LEFT JOIN question_tally t ON t.version_id = item.version_id
       WHERE item.attempt_id = $1 GROUP BY item.position
     ) tally
     WHERE i.attempt_id = $1 AND i.position = tally.position AND i.final_at IS NULL`,
    [pinned.id],
  )
  await client.query('UPDATE attempt SET submitted_at = clock_timestamp() WHERE id = $1', [pinned.id])
  return true
}
