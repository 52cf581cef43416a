import {
  type AnswerByKind,
  countedOf,
  feedback,
  type Kind,
  MOST_COMPARED,
  type Spread,
  spreadOf,
} from '#core'
import { pool } from '../db.ts'
import { createKept } from '../kept.ts'
import { readArrangement } from '../questions/stored.ts'
import type { QuizSet } from '../quizzes/sets.ts'
import { getLearning } from '../reviews/learning.ts'
import type { Viewer } from '../viewer.ts'
import { COUNTING, WHICH_TRY } from './counting.ts'
import type { Taken } from './record.ts'
import { isPacked } from './tell.ts'
import type { OthersView } from './view.ts'

/**
 * How the others did beside an attempt of the viewer's that may be told: its class, or everybody who took the set of
 * their own accord. Null unless the viewer wishes it and ten others have handed in what may be told. The figures are the
 * same for everybody who sees them, and change with every five people only.
 */
export async function getOthers({ personId }: Viewer, taken: Taken): Promise<OthersView | null> {
  const { set, assignment } = taken.pinned
  if (set.isReview || set.practice !== null || isPacked(taken)) return null
  if (!(await getLearning(personId)).seesOthers) return null
  const who = assignment === null ? 'readers' : 'class'
  const spread = assignment === null ? await spreadOfReaders(set) : await spreadOfClass(assignment)
  return spread && { who, ...spread }
}

/**
 * SQL: rows of the attempts that count, the one told first at the top: of each person the first one that was told and whose
 * keys were not at hand. The list only ever grows at its end.
 */
const listFirstTold = (whole: string, toldAt: string, columns: string): string => `
  SELECT ${columns} FROM (
    SELECT DISTINCT ON (t.person_id) t.id, ${toldAt} AS told FROM attempt t
    WHERE ${whole} AND t.submitted_at IS NOT NULL AND ${toldAt} IS NOT NULL
      AND NOT EXISTS (SELECT FROM handed_out h WHERE h.attempt_id = t.id)
    ORDER BY t.person_id, ${toldAt}, t.id
  ) first ORDER BY told, id LIMIT ${MOST_COMPARED}`

/** Scores without what lateness costs, as the results show them; a regrade moves all of them at once. */
const OF_CLASS = listFirstTold(
  `t.assignment_id = $1
     AND EXISTS (SELECT FROM assignment a JOIN class c ON c.id = a.class_id WHERE a.id = $1 AND c.is_compared)`,
  't.told_at',
  '(SELECT s.marks / s.questions FROM attempt_score s WHERE s.attempt_id = first.id) AS share',
)

async function spreadOfClass(assignment: string): Promise<Spread | null> {
  const { rows } = await pool().query<{ share: number | null }>(OF_CLASS, [assignment])
  const shares = rows.flatMap(({ share }) => share ?? [])
  return spreadOf(shares.slice(0, countedOf(shares.length)))
}

const OF_READERS = listFirstTold('t.set_id = $1 AND t.assignment_id IS NULL', 't.submitted_at', 'id')

/** By set and number of people: whoever has handed in does not come back to it. */
const kept = createKept<Spread>(500)

async function spreadOfReaders(set: QuizSet): Promise<Spread | null> {
  const { rows } = await pool().query<{ id: string }>(OF_READERS, [set.id])
  const counted = rows.slice(0, countedOf(rows.length)).map(({ id }) => id)
  const key = `${set.id} ${counted.length}`
  const spread = kept.get(key) ?? spreadOf(await listShares(set, counted))
  if (spread) kept.set(key, spread)
  return spread
}

interface AnswerRow {
  attempt: string
  version: string
  arrangement: unknown
  answer: AnswerByKind[Kind] | null
  tries: number
}

/** What these attempts of a set came to, 0 to 1 each. */
async function listShares({ versions }: QuizSet, attempts: readonly string[]): Promise<number[]> {
  const { rows } = await pool().query<AnswerRow>(
    `SELECT i.attempt_id AS attempt, i.version_id AS version, i.arrangement, last.answer, ${WHICH_TRY} AS tries
     FROM attempt_item i ${COUNTING} WHERE i.attempt_id = ANY($1)`,
    [attempts],
  )
  const questions = new Map(versions.map(({ id, question }) => [id, question]))
  const marks = new Map<string, number[]>(attempts.map((attempt) => [attempt, []]))
  for (const { attempt, version, arrangement, answer, tries } of rows) {
    const question = questions.get(version)
    if (question)
      marks.get(attempt)?.push(feedback(question, answer, readArrangement(arrangement), tries).mark)
  }
  return [...marks.values()].flatMap((own) =>
    own.length === 0 ? [] : [own.reduce((sum, mark) => sum + mark, 0) / own.length],
  )
}
