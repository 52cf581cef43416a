import type pg from 'pg'
import { judge, type Standing } from '#core'
import { readArrangement } from '../questions/stored.ts'
import type { Version } from '../questions/versions.ts'
import { findRegraded, listTries, standingOf } from './regraded.ts'

/** Somebody whose score for an assignment has changed. */
export interface Changed {
  readonly person: string
  /** 0 to 1; null where nothing is left that counts. */
  readonly before: number | null
  readonly after: number | null
  /** Whether a teacher's own grade, or an excuse, stands in place of it all the same. */
  readonly isOwn: boolean
}

/** Reckons everybody's score for an assignment again, and gives those whom it has changed. Whoever has handed in has a grade. */
const RESCORE = `UPDATE grade g SET score = reckoned.after
  FROM (
    SELECT was.person_id AS person, was.score AS before, s.score AS after, was.own IS NOT NULL OR was.is_excused AS "isOwn"
    FROM grade was JOIN assignment_score s ON s.assignment_id = was.assignment_id AND s.person_id = was.person_id
    WHERE was.assignment_id = $1 AND was.score IS DISTINCT FROM s.score
  ) reckoned
  WHERE g.assignment_id = $1 AND g.person_id = reckoned.person RETURNING reckoned.*`

interface AnswerRow {
  attempt_id: string
  position: number
  arrangement: unknown
  answer: never
  tries: number
}

/** What was answered to one question in the attempts of an assignment that were handed in. Tries are counted only where there may be several. */
const ANSWERS = `
  SELECT i.attempt_id, i.position, i.arrangement, coalesce(last.answer, 'null'::jsonb) AS answer,
    CASE WHEN a.tries = 1 THEN 1 ELSE (last.tried IS NULL)::int + coalesce((
      SELECT max(tried) FROM response r WHERE r.attempt_id = i.attempt_id AND r.position = i.position), 0) END AS tries
  FROM attempt a
  JOIN attempt_item i ON i.attempt_id = a.id AND i.version_id = $2
  LEFT JOIN LATERAL (
    SELECT answer, tried FROM response r WHERE r.attempt_id = i.attempt_id AND r.position = i.position
    ORDER BY sequence DESC LIMIT 1
  ) last ON true
  WHERE a.assignment_id = $1 AND a.submitted_at IS NOT NULL`

/** Holds everybody's place in the class of an assignment: whoever hands in meanwhile waits, and sees what was done. */
const HOLD = `SELECT FROM enrolment e JOIN assignment a ON a.class_id = e.class_id
  WHERE a.id = $1 ORDER BY e.person_id FOR NO KEY UPDATE OF e`

/**
 * Has every answer to a question in an assignment count as the question stands by now, and reckons the scores and totals that
 * follow. `isKeyed`: another key may hold than before, so that the answers are marked again. Gives everybody whose score has
 * changed. The assignment's row is held by the caller. All follows from stored answers and regrades, so that undoing one puts
 * back what stood before.
 */
export async function remark(
  client: pg.PoolClient,
  assignment: string,
  version: Version,
  isKeyed: boolean,
): Promise<readonly Changed[]> {
  await client.query(HOLD, [assignment])
  const find = await findRegraded([version.id], client)
  const standing = standingOf(version, find(version, assignment))
  if (isKeyed) await writeMarks(client, assignment, version, standing)
  else await client.query(CREDIT, [assignment, version.id, standing.credit])
  const { rows: changed } = await client.query<Changed>(RESCORE, [assignment])
  const counting = changed.flatMap(({ person, isOwn }) => (isOwn ? [] : [person]))
  await client.query('SELECT total_grades(class_id, $2) FROM assignment WHERE id = $1', [
    assignment,
    counting.length > MANY ? null : counting,
  ])
  return changed
}

/** For so many people it is quicker to reckon the totals of the whole class at once. */
const MANY = 500

const CREDIT = `UPDATE item_mark m SET counts_as = $3 FROM attempt a JOIN attempt_item i ON i.attempt_id = a.id AND i.version_id = $2
  WHERE a.assignment_id = $1 AND m.attempt_id = i.attempt_id AND m.position = i.position AND m.counts_as <> $3`

async function writeMarks(
  client: pg.PoolClient,
  assignment: string,
  { id }: Version,
  standing: Standing,
): Promise<void> {
  const { rows } = await client.query<AnswerRow>(ANSWERS, [assignment, id])
  const answers = rows.map(({ attempt_id, position, arrangement, answer, tries }) => ({
    ...{ attempt: attempt_id, position, arrangement: readArrangement(arrangement) },
    last: { answer, tries },
  }))
  const triesOf = await listTries(answers, client)
  const judged = answers.map((answer) => judge(standing, triesOf(answer), answer.arrangement))
  await client.query(
    `UPDATE item_mark m SET mark = given.mark, first_mark = CASE WHEN m.chosen IS NOT NULL THEN given.first_mark END, counts_as = $4
     FROM unnest($1::uuid[], $2::int[], $3::float8[], $5::float8[]) AS given (attempt_id, position, mark, first_mark)
     WHERE m.attempt_id = given.attempt_id AND m.position = given.position
       AND (m.mark, m.counts_as, m.first_mark) IS DISTINCT FROM (given.mark, $4, given.first_mark)`,
    [
      answers.map(({ attempt }) => attempt),
      answers.map(({ position }) => position),
      judged.map(({ feedback }) => feedback.mark),
      standing.credit,
      judged.map(({ firstMark }) => firstMark),
    ],
  )
}
