import type { Ask } from './ask.ts'
import { firstFailure } from './checker/check.ts'
import type { CheckContext } from './checker/context.ts'
import { sightOf } from './checker/sight.ts'
import { type Item, itemFrom } from './item.ts'
import type { Question } from './question.ts'

/** What the checker made of a draft: the question as one of a set, or the rule that keeps it out. */
export type Judgement = { readonly item: Item } | { readonly rule: string }

/** What sets one draft of an ask in one kind apart from another. */
export const formOf = (question: Question): string =>
  [
    question.stem,
    question.answer,
    ...('options' in question ? question.options.map(({ text }) => text) : []),
  ].join('\n')

/** The reasons told with a draft, which two drafts of one form may differ in. */
const reasonsOf = (question: Question): string =>
  [question.explanation, ...('options' in question ? question.options.map(({ why }) => why) : [])].join('\n')

/** A judge of drafts for one article, who looks at each but once: a short plan and the whole one bring many alike. */
export function judgeOf(context: CheckContext): (ask: Ask, question: Question, form: string) => Judgement {
  const known = new Map<Ask, Map<string, Judgement>>()
  return (ask, question, form) => {
    const ofAsk = known.get(ask) ?? new Map<string, Judgement>()
    known.set(ask, ofAsk)
    const key = `${question.kind}\n${form}\n${reasonsOf(question)}`
    const kept = ofAsk.get(key)
    if (kept) return kept
    const sight = sightOf(question, context)
    const failure = firstFailure(sight)
    const judgement = failure ? { rule: failure.rule } : { item: itemFrom(sight) }
    ofAsk.set(key, judgement)
    return judgement
  }
}
