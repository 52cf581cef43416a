import { feedback } from '#core'
import { pool } from '../db.ts'
import { readArrangement } from '../questions/stored.ts'
import { mapVersions } from '../questions/versions.ts'
import type { AnswerView, LateAnswerView } from './view.ts'

/** SQL: the last answer to each question of an attempt that came too late; where time was given afterwards and used, what came before is none. */
const lateOf = (attempt: string): string => `(
  SELECT DISTINCT ON (l.attempt_id, l.position) l.* FROM late_response l
  WHERE l.attempt_id = ${attempt} AND NOT EXISTS (SELECT FROM response r
    WHERE r.attempt_id = l.attempt_id AND r.position = l.position AND r.saved_at > l.arrived_at)
  ORDER BY l.attempt_id, l.position, l.sequence DESC
)`
/** SQL about such a row: it is no blank. */
const IS_ANSWER = `l.answer <> 'null'::jsonb`

/** How many questions of an attempt have an answer that came too late. */
export async function countLate(attempt: string): Promise<number> {
  const { rows } = await pool().query<{ count: number }>(
    `SELECT count(*)::int AS count FROM ${lateOf('$1')} l WHERE ${IS_ANSWER}`,
    [attempt],
  )
  return rows[0]?.count ?? 0
}

interface LateRow {
  person: string
  position: number
  version_id: string
  arrangement: unknown
  answer: Exclude<AnswerView, null>
  arrived_at: Date
  is_after_telling: boolean
}

/** What came too late in any attempt of an assignment, by person, in the order of the questions; and what it would have come to. */
export async function mapLate(assignment: string): Promise<ReadonlyMap<string, readonly LateAnswerView[]>> {
  const { rows } = await pool().query<LateRow>(
    `SELECT a.person_id AS person, l.position, i.version_id, i.arrangement, l.answer, l.arrived_at,
       coalesce(a.told_at < l.arrived_at, false) AS is_after_telling
     FROM attempt a CROSS JOIN LATERAL ${lateOf('a.id')} l
     JOIN attempt_item i ON i.attempt_id = l.attempt_id AND i.position = l.position
     WHERE a.assignment_id = $1 AND ${IS_ANSWER} ORDER BY a.started_at, l.position`,
    [assignment],
  )
  const versions = await mapVersions(rows.map(({ version_id }) => version_id))
  const late = new Map<string, LateAnswerView[]>()
  for (const { person, position, version_id, arrangement, answer, ...came } of rows) {
    const version = versions.get(version_id)
    if (!version) throw new Error('a question of an attempt is missing from the store')
    const { given, mark } = feedback(version.question, answer, readArrangement(arrangement))
    const told = {
      ...{ position, stem: version.question.stem, given, mark },
      arrivedAt: came.arrived_at.toISOString(),
      isAfterTelling: came.is_after_telling,
    }
    late.set(person, [...(late.get(person) ?? []), told])
  }
  return late
}
