import type pg from 'pg'
import type { Try } from '#core'
import { reckonGrades } from '../assignments/reckon.ts'
import { tellDue } from '../assignments/tell-due.ts'
import { transaction } from '../db.ts'
import type { Outcome } from '../outcome.ts'
import { judgeAnswers } from '../regrades/regraded.ts'
import type { Viewer } from '../viewer.ts'
import { IS_HANDED_OUT } from './counting.ts'
import { type Answered, AS_ANSWERED, type ItemMark, markItem } from './item-mark.ts'
import { getPinned, getTaken, holdOpen, type Pinned } from './record.ts'
import { getEnd } from './results.ts'
import type { EndView } from './view.ts'

/** Hands an attempt in, which makes every answer final, and tells the results if they may be told. Doing it again tells them again. */
export async function submitAttempt(viewer: Viewer, id: string): Promise<Outcome<EndView>> {
  return (await endAttempt(viewer, id, false)) ? getEnd(viewer, id) : { refused: 'not-found' }
}

/** Makes every answer of an attempt final; `isCollected`: it was taken in, not handed in. False where there is no such attempt of the viewer's. */
export async function endAttempt(viewer: Viewer, id: string, isCollected: boolean): Promise<boolean> {
  const pinned = await getWhole(viewer, id)
  if (!pinned) return false
  const hasGrown = await transaction(
    async (client) =>
      (await holdOpen(client, viewer, id)) && !(await closeAttempt(client, pinned, isCollected)),
  )
  return hasGrown ? endAttempt(viewer, id, isCollected) : true
}

/** An attempt with all its questions: what is known of a set is all there is, practice may have been given more. */
async function getWhole(viewer: Viewer, id: string): Promise<Pinned | null> {
  const known = await getPinned(viewer, id)
  return known?.set.practice ? ((await getTaken(viewer, id))?.pinned ?? null) : known
}

interface AnswerRow extends Answered {
  position: number
  /** Whether it is counted now in how many got its question right: it was not final yet, and is no blank. */
  counts: boolean
}

/**
 * Counts and marks the answers, and has attempt and items be over. The attempt's row is locked. False, and nothing done, where
 * it has been given a question meanwhile.
 */
async function closeAttempt(client: pg.PoolClient, pinned: Pinned, isCollected: boolean): Promise<boolean> {
  // From here on no answer is being saved: save_response holds the item's row while it works.
  const { rowCount } = await client.query(
    'SELECT FROM attempt_item WHERE attempt_id = $1 ORDER BY position FOR NO KEY UPDATE',
    [pinned.id],
  )
  if (rowCount !== pinned.items.length) return false
  const { rows } = await client.query<AnswerRow>(
    `SELECT i.position, ${AS_ANSWERED.columns},
       i.final_at IS NULL AND (coalesce(last.answer, 'null'::jsonb) <> 'null'::jsonb OR t.used IS NOT NULL)
         AND NOT ${IS_HANDED_OUT} AS counts
     FROM attempt_item i ${AS_ANSWERED.joins} WHERE i.attempt_id = $1 ORDER BY i.position`,
    [pinned.id],
  )
  const marked = rows.flatMap(({ position, counts, ...answered }): Marked[] => {
    const item = pinned.items[position - 1]
    if (!item) return []
    const { version, arrangement } = item
    const given = { answer: answered.answer, tries: answered.tries }
    return [{ position, version: version.id, counts, given, ...markItem(version, arrangement, answered) }]
  })
  if (pinned.assignment === null || pinned.mode === 'practice') await countAnswers(client, marked)
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
  await client.query(
    `UPDATE attempt a SET submitted_at = clock_timestamp(), is_collected = $2 OR coalesce(clock_timestamp() >
       (SELECT own.taken_until FROM own_terms(a.assignment_id, a.person_id, a.started_at) own), false)
     WHERE id = $1`,
    [pinned.id, isCollected],
  )
  if (pinned.assignment !== null) await keepMarks(client, pinned, pinned.assignment, marked)
  return true
}

interface Marked extends ItemMark {
  readonly position: number
  readonly version: string
  readonly counts: boolean
  /** The answer that was left last. */
  readonly given: Try
}

/** Counts who got which question right. In one order for everyone, so that two who hand in at once do not wait for each other in a circle. */
async function countAnswers(client: pg.PoolClient, marked: readonly Marked[]): Promise<void> {
  const counted = marked.filter(({ counts }) => counts)
  await client.query(
    `SELECT count_answer(version, is_right)
     FROM (SELECT * FROM unnest($1::uuid[], $2::boolean[]) AS t (version, is_right) ORDER BY version) AS ordered`,
    [counted.map(({ version }) => version), counted.map(({ mark }) => mark === 1)],
  )
}

/** SQL: holds the place of the person $2 in the class of the assignment $1. A regrade holds all of them: one that comes at once is either seen here, or sees what is kept here. */
const HOLD_PLACE = `SELECT FROM enrolment e JOIN assignment a ON a.class_id = e.class_id
  WHERE a.id = $1 AND e.person_id = $2 FOR NO KEY UPDATE OF e`

/** Keeps what each answer of an assignment came to, and has it told, and a test's answers counted, if that may be by now. Questions that have been regraded count as they stand. */
async function keepMarks(
  client: pg.PoolClient,
  { id, personId, items, set }: Pinned,
  assignment: string,
  marked: readonly Marked[],
): Promise<void> {
  await client.query(HOLD_PLACE, [assignment, personId])
  const answers = marked.flatMap(({ position, given }) => {
    const item = items[position - 1]
    return item ? [{ ...item, attempt: id, position, assignment, last: given }] : []
  })
  const judged = await judgeAnswers(answers, client)
  const places = new Map(set.versions.map((version, place) => [version.id, place]))
  const rows = answers.map((answer, i) => {
    const { version = '', counts: _, given: __, ...mark } = marked[i] ?? {}
    const regraded = judged(answer)
    return {
      ...mark,
      ...(regraded ? { mark: regraded.feedback.mark, first_mark: regraded.firstMark } : {}),
      counts_as: regraded?.credit ?? 'mark',
      place: places.get(version),
    }
  })
  await client.query(
    `INSERT INTO item_mark (attempt_id, position, assignment_id, place, is_first, mark, counts_as, first_mark, chosen, is_blank,
       seconds, confidence, is_at_hand)
     SELECT $1, position, $2, place,
       NOT EXISTS (SELECT FROM attempt
         WHERE assignment_id = $2 AND person_id = $3 AND submitted_at IS NOT NULL AND id <> $1),
       mark, counts_as, first_mark, chosen, is_blank, seconds, confidence, is_at_hand
     FROM jsonb_populate_recordset(NULL::item_mark, $4::jsonb)`,
    [id, assignment, personId, JSON.stringify(rows)],
  )
  await tellDue(client, assignment)
  await reckonGrades(client, assignment, personId)
}
