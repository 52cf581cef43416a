import { feedback } from '#core'
import { COUNTING } from '../attempts/counting.ts'
import { pool } from '../db.ts'
import { readArrangement } from '../questions/stored.ts'
import type { Version } from '../questions/versions.ts'
import { TEACHES_IT } from './scope.ts'
import type { DrawnLine } from './view.ts'

/** The newest answers that are looked at, and the most lines that are made of them. */
const NEWEST = 2_000
const LINES = 8

interface Row {
  person_id: string
  arrangement: unknown
  answer: never
  has_flagged: boolean
}

/** Final answers to the version $1, each person's last; of the classes of $2 alone where $3 does not say everywhere. */
const ANSWERS = `
  SELECT DISTINCT ON (a.person_id) a.person_id, i.arrangement, last.answer,
    EXISTS (SELECT FROM flag f WHERE f.person_id = a.person_id AND f.version_id = i.version_id) AS has_flagged
  FROM (SELECT n.* FROM attempt_item n WHERE n.version_id = $1 AND n.final_at IS NOT NULL ORDER BY n.final_at DESC LIMIT ${NEWEST}) i
  JOIN attempt a ON a.id = i.attempt_id LEFT JOIN assignment g ON g.id = a.assignment_id ${COUNTING}
  WHERE last.answer IS NOT NULL AND last.answer <> 'null'::jsonb AND ($3 OR g.id IS NOT NULL AND ${TEACHES_IT('$2')})
  ORDER BY a.person_id, i.final_at DESC`

/**
 * What people said to a question, the most frequent first: which wrong answer draws whom. What only one person typed in words
 * of their own is left out, for it may tell who it was.
 */
export async function listDrawn(
  { id, question }: Version,
  teacher: string,
  isEverywhere: boolean,
): Promise<DrawnLine[]> {
  const { rows } = await pool().query<Row>(ANSWERS, [id, teacher, isEverywhere])
  const lines = new Map<string, Omit<DrawnLine, 'given'>>()
  const isTyped = 'accepts' in question
  for (const { arrangement, answer, has_flagged } of rows) {
    const { given, mark } = feedback(question, answer, readArrangement(arrangement), 1)
    const { people, flagged } = lines.get(given) ?? { people: 0, flagged: 0 }
    lines.set(given, { isRight: mark === 1, people: people + 1, flagged: flagged + Number(has_flagged) })
  }
  return [...lines]
    .filter(([given, { people, isRight }]) => given !== '' && (!isTyped || isRight || people > 1))
    .map(([given, { isRight, people, flagged }]) => ({ given, isRight, people, flagged }))
    .sort((a, b) => b.people - a.people || (a.given < b.given ? -1 : 1))
    .slice(0, LINES)
}
