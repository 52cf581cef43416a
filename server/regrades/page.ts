import { z } from 'zod'
import { arrangePlainly, judge, REMEDIES, readAnswer, show } from '#core'
import { getTaughtSet } from '../assignments/taught.ts'
import { answerField } from '../attempts/bodies.ts'
import { id, isStorable } from '../fields.ts'
import { refusal } from '../outcome.ts'
import type { Version } from '../questions/versions.ts'
import type { Viewer } from '../viewer.ts'
import { listRegrades, tellLine } from './list.ts'
import type { ToDo } from './regrade.ts'
import { findRegraded, standingOf } from './regraded.ts'
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

/** The page on which a question of an assignment is regraded, as far as it is asked for; null where the viewer does not teach its class. */
export async function getRegradePage(
  viewer: Viewer,
  assignment: string,
  query: Query,
): Promise<RegradePageView | null> {
  const taught = await getTaughtSet(viewer, assignment)
  if (!taught) return null
  const { versions } = taught.set
  const place = versions.findIndex(({ id }) => id === query.question)
  const version = versions[place]
  const asked = readAsked(version, query)
  const regrades = await listRegrades(assignment, versions)
  const undo = regrades.find((each) => each.id === query.undo && isOpen(each)) ?? null
  const toDo = undo ? { regrade: undo.id } : version ? readToDo(version, asked) : null
  const outcome = toDo && (await rehearse(viewer, assignment, toDo, query))
  return {
    assignment,
    title: taught.title,
    class: taught.class,
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

function readAsked(version: Version | undefined, { remedy, reason, ...query }: Query): Asked {
  return { remedy, key: version ? readAskedKey(version, query) : null, reason }
}

/** What an address gives as a key of a question, as far as it can be read; null for none. */
export const readAskedKey = (
  version: Version,
  { key, answer }: Pick<Query, 'key' | 'answer'>,
): Asked['key'] => readTyped(version, key === '' ? answer : readJson(key))

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
  const { feedback } = judge(standingOf(version, regraded), [], plain)
  return { ...tellLine(version, place), shown: show(question, plain), key: feedback.key }
}
