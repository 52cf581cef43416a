import {
  type AnswerByKind,
  type AnswerMatrix,
  type Confidence,
  chosenPlaces,
  feedback,
  type Kind,
  type Question,
  type Standing,
  standUnder,
} from '#core'
import { IS_HANDED_OUT } from '../attempts/counting.ts'
import { pool } from '../db.ts'
import { readArrangement } from '../questions/stored.ts'
import type { Version } from '../questions/versions.ts'
import type { QuizSet } from '../quizzes/sets.ts'
import { findRegraded } from '../regrades/regraded.ts'

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

/** SQL: of everybody the attempt of a set, or of an assignment, that they handed in first, and of each of its questions the first try; the last answer, where none was tried. */
const firstOf = (whole: 'set_id' | 'assignment_id'): string => `
  SELECT i.attempt_id, i.version_id, i.arrangement, given.answer, given.seconds, given.confidence
  FROM (
    SELECT DISTINCT ON (person_id) id FROM attempt WHERE ${whole} = $1 AND submitted_at IS NOT NULL
    ORDER BY person_id, submitted_at, id LIMIT $2
  ) a
  JOIN attempt_item i ON i.attempt_id = a.id
  LEFT JOIN LATERAL (
    SELECT answer, seconds, confidence FROM response
    WHERE attempt_id = i.attempt_id AND position = i.position
    ORDER BY tried = 1 DESC NULLS LAST, sequence DESC LIMIT 1
  ) given ON true
  WHERE NOT ${IS_HANDED_OUT}
  ORDER BY i.attempt_id, i.position`

/** What one attempt has first answered, by question version. */
type FirstAttempt = ReadonlyMap<string, FirstRow>

async function listFirst(
  whole: 'set_id' | 'assignment_id',
  id: string,
  most: number,
): Promise<FirstAttempt[]> {
  const { rows } = await pool().query<FirstRow>(firstOf(whole), [id, most])
  const byAttempt = new Map<string, Map<string, FirstRow>>()
  for (const row of rows) {
    const attempt = byAttempt.get(row.attempt_id) ?? new Map<string, FirstRow>()
    byAttempt.set(row.attempt_id, attempt.set(row.version_id, row))
  }
  return [...byAttempt.values()]
}

/**
 * What people first answered to a set, a row for each who has handed it in, in the order of its questions. The first try
 * counts as it stands, without the halving of later ones: so practice and tests can be put together, and it shows what
 * each option draws. A question whose key was at hand, in an offline pack, is as if it had not been asked. At most
 * `most` people: more are a matter for the database (sums-query.ts).
 */
export const listFirstAnswers = async (set: QuizSet, most: number = MOST_PEOPLE): Promise<AnswerMatrix> =>
  readMatrix(set.versions, await listFirst('set_id', set.id, most))

/** The answers to questions that were put to somebody, a column each. A question stands there by the keys that are right by now. */
export interface Asked {
  readonly versions: readonly Version[]
  readonly matrix: AnswerMatrix
  /** How one of them is marked by now. */
  readonly standingOf: (version: Version) => Standing
}

/**
 * The same of one assignment of a set: of each person the first attempt of it that they handed in, whatever they did
 * with the set elsewhere. There is a column for each question that anybody was asked, in the order of the set: one that
 * was taken back before, that nobody drew, or that a regrade has taken out, has none. What a regrade gives to everybody says
 * nothing of a question: its answers stand there by their marks.
 */
export async function listAssignedFirst(
  assignment: string,
  set: QuizSet,
  most: number = MOST_PEOPLE,
): Promise<Asked> {
  const attempts = await listFirst('assignment_id', assignment, most)
  const asked = set.versions.filter(({ id }) => attempts.some((attempt) => attempt.has(id)))
  const find = await findRegraded(asked.map(({ id }) => id))
  const standingOf = (version: Version) =>
    find(version, assignment)?.standing ?? standUnder(version.question, [])
  const versions = asked.filter((version) => standingOf(version).credit !== 'nothing')
  const matrix = readMatrix(versions, attempts, (version) => standingOf(version).keys)
  return { versions, matrix, standingOf }
}

const readMatrix = (
  versions: readonly Version[],
  attempts: readonly FirstAttempt[],
  keysOf: (version: Version) => readonly Question[] = ({ question }) => [question],
): AnswerMatrix =>
  attempts.map((attempt) =>
    versions.map((version) => {
      const row = attempt.get(version.id)
      return row ? readFirst(version, keysOf(version), row) : null
    }),
  )

function readFirst(
  { question }: Version,
  keys: readonly Question[],
  row: FirstRow,
): NonNullable<AnswerMatrix[number][number]> {
  const { answer, seconds, confidence } = row
  const arrangement = readArrangement(row.arrangement)
  return {
    mark: Math.max(...keys.map((key) => feedback(key, answer, arrangement, 1).mark)),
    isBlank: answer === null,
    chosen: chosenPlaces(question, answer, arrangement),
    seconds,
    confidence,
  }
}
