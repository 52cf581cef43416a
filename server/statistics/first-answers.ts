import {
  type AnswerByKind,
  type AnswerMatrix,
  type Confidence,
  chosenPlaces,
  feedback,
  type Kind,
} from '#core'
import { FIRST_TRY, IS_HANDED_OUT } from '../attempts/counting.ts'
import { pool } from '../db.ts'
import { readArrangement } from '../questions/stored.ts'
import type { Version } from '../questions/versions.ts'
import type { QuizSet } from '../quizzes/sets.ts'

interface FirstRow {
  attempt_id: string
  version_id: string
  arrangement: unknown
  answer: AnswerByKind[Kind] | null
  seconds: number | null
  confidence: Confidence | null
}

/** Several classes, and still answered within a second or so. */
const MOST_PEOPLE = 2_000

/** SQL: of everybody the attempt of the set $1 that they handed in first, and of each of its questions the first try; the last answer, where none was tried. */
const FIRST = `
  SELECT i.attempt_id, i.version_id, i.arrangement, given.answer, given.seconds, given.confidence
  FROM (
    SELECT DISTINCT ON (person_id) id FROM attempt WHERE set_id = $1 AND submitted_at IS NOT NULL
    ORDER BY person_id, submitted_at, id LIMIT $2
  ) a
  JOIN attempt_item i ON i.attempt_id = a.id ${FIRST_TRY}
  WHERE NOT ${IS_HANDED_OUT}
  ORDER BY i.attempt_id, i.position`

/**
 * What people first answered to a set, a row for each who has handed it in, in the order of its questions. The first try
 * counts as it stands, without the halving of later ones: so practice and tests can be put together, and it shows what
 * each option draws. A question whose key was at hand, in an offline pack, is as if it had not been asked. At most
 * `most` people: more are a matter for the database (sums-query.ts).
 */
export async function listFirstAnswers(set: QuizSet, most: number = MOST_PEOPLE): Promise<AnswerMatrix> {
  const { rows } = await pool().query<FirstRow>(FIRST, [set.id, most])
  const byAttempt = new Map<string, Map<string, FirstRow>>()
  for (const row of rows) {
    const attempt = byAttempt.get(row.attempt_id) ?? new Map<string, FirstRow>()
    byAttempt.set(row.attempt_id, attempt.set(row.version_id, row))
  }
  return [...byAttempt.values()].map((attempt) =>
    set.versions.map((version) => {
      const row = attempt.get(version.id)
      return row ? readFirst(version, row) : null
    }),
  )
}

function readFirst({ question }: Version, row: FirstRow): NonNullable<AnswerMatrix[number][number]> {
  const { answer, seconds, confidence } = row
  const arrangement = readArrangement(row.arrangement)
  return {
    mark: feedback(question, answer, arrangement, 1).mark,
    isBlank: answer === null,
    chosen: chosenPlaces(question, answer, arrangement),
    seconds,
    confidence,
  }
}
