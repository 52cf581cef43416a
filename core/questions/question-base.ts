import { hash32 } from '../random.ts'
import { type AnyAsk, isSeries } from './ask.ts'
import type { Kind, Question } from './question.ts'

type Base = Pick<Question, 'id' | 'explanation' | 'facts' | 'evidence' | 'hint' | 'needsArticle'>

/** The id of the question that asks this of a fact in this kind: the same whenever the fact is found again. */
const idOf = ({ fact, slot, group }: AnyAsk, kind: Kind): string =>
  `q-${hash32(`${fact.id}|${slot}|${group}|${kind}`).toString(36).padStart(7, '0')}`

/** What a question of any kind takes over from its ask. */
export const baseOf = (ask: AnyAsk, kind: Kind): Base => ({
  id: idOf(ask, kind),
  explanation: ask.explanation,
  facts: [ask.fact.id, ...(isSeries(ask) ? ask.also.map(({ id }) => id) : [])],
  evidence: ask.evidence.map(({ start, end, quote }) => ({ start, end, quote })),
  ...(ask.hint === undefined ? {} : { hint: ask.hint }),
  needsArticle: ask.needsArticle,
})
