import { z } from 'zod'
import { arrangePlainly, judge, REMEDIES, readAnswer, show, standUnder } from '#core'
import { TEACHES_ITS } from '../assignments/taught.ts'
import { answerField } from '../attempts/bodies.ts'
import { pool } from '../db.ts'
import { id, isStorable } from '../fields.ts'
import { refusal } from '../outcome.ts'
import type { Version } from '../questions/versions.ts'
import { getSet } from '../quizzes/sets.ts'
import type { Viewer } from '../viewer.ts'
import { listRegrades, tellLine } from './list.ts'
import type { ToDo } from './regrade.ts'
import { findRegraded } from './regraded.ts'
import { orderSchema, rehearse } from './rehearse.ts'
import type { Asked, QuestionToRegrade, RegradeLine, RegradePageView } from './view.ts'

/** What the address asks for. `key` is JSON; without a script, options that were ticked come as `answer`. */
const queryShape = {
  question: id.nullable().catch(null),
  undo: id.nullable().catch(null),
  remedy: z.enum(REMEDIES).nullable().catch(null),
  key: z.string().max(10_000).catch(''),
  answer: answerField.catch(null),
  reason: z.string().trim().max(500).refine(isStorable).catch(''),
}
export const querySchema = orderSchema.extend(queryShape)
export type Query = z.output<typeof querySchema>

interface TaughtRow {
  title: string
  set_id: string
  class_id: string
  class_name: string
}

/** The page on which a question of an assignment is regraded, as far as it is asked for; null where the viewer does not teach its class. */
export async function getRegradePage(
  viewer: Viewer,
  assignment: string,
  query: Query,
): Promise<RegradePageView | null> {
  const { rows } = await pool().query<TaughtRow>(
    `SELECT a.title, a.set_id, c.id AS class_id, c.name AS class_name FROM assignment a JOIN class c ON c.id = a.class_id
     WHERE a.id = $1 AND a.removed_at IS NULL AND ${TEACHES_ITS}`,
    [assignment, viewer.personId],
  )
  const [row] = rows
  const set = row && (await getSet(row.set_id))
  if (!row || !set) return null
  const { versions } = set
  const place = versions.findIndex(({ id }) => id === query.question)
  const version = versions[place]
  const asked = readAsked(version, query)
  const regrades = await listRegrades(assignment, versions)
  const undo = regrades.find((each) => each.id === query.undo && isOpen(each)) ?? null
  const toDo = undo ? { regrade: undo.id } : version ? readToDo(version, asked) : null
  const outcome = toDo && (await rehearse(viewer, assignment, toDo, query))
  return {
    assignment,
    title: row.title,
    class: { id: row.class_id, name: row.class_name },
    questions: versions.map(tellLine),
    question: version ? await tellQuestion(assignment, version, place) : null,
    undo,
    asked,
    rehearsal:
      outcome && ('refused' in outcome ? { problem: refusal(outcome.refused).message } : outcome.done),
    regrades,
  }
}

const isOpen = ({ undone, isEverywhere }: RegradeLine): boolean => undone === null && !isEverywhere

function readAsked(version: Version | undefined, { remedy, key, answer, reason }: Query): Asked {
  return { remedy, key: version ? readTyped(version, key === '' ? answer : readJson(key)) : null, reason }
}

function readJson(text: string): unknown {
  try {
    return answerField.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}

/** An answer to the question, however it came; null for none. One box that was ticked comes as it is. */
const readTyped = ({ question }: Version, typed: unknown): Asked['key'] =>
  [typed, [typed]]
    .map((each) => readAnswer(question, each, arrangePlainly(question)))
    .find((each) => each !== undefined) ?? null

const readToDo = ({ id: question }: Version, { remedy, key, reason }: Asked): ToDo | null =>
  remedy && { question, remedy, key: answerField.parse(key), reason }

async function tellQuestion(assignment: string, version: Version, place: number): Promise<QuestionToRegrade> {
  const { question } = version
  const plain = arrangePlainly(question)
  const regraded = (await findRegraded([version.id]))(version, assignment)
  const { feedback } = judge(regraded?.standing ?? standUnder(question, []), [], plain)
  return { ...tellLine(version, place), shown: show(question, plain), key: feedback.key }
}
