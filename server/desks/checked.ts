import {
  type CheckContext,
  check,
  checkByHand,
  countRules,
  isFirm,
  type Question,
  ruleTitle,
  type Verdict,
} from '#core'
import { tellPassages } from '../attempts/tell.ts'
import { tellKey } from '../bank/told.ts'
import { findPassages } from '../content/passages.ts'
import type { CheckedView } from './view.ts'

/** What the checker says of a question on a desk: of a person's own without holding the facts against it that were guessed for it. */
export const verdictOn = (question: Question, context: CheckContext, isByHand: boolean): Verdict =>
  isByHand ? checkByHand(question, context) : check(question, context)

/** A question with its key, its passages and what the checker says, as a teacher reads it. */
export function tellChecked(
  question: Question,
  context: CheckContext,
  { slug, isByHand }: { readonly slug: string; readonly isByHand: boolean },
): CheckedView {
  const { reading, facts } = context
  const { failures } = verdictOn(question, context, isByHand)
  return {
    kind: question.kind,
    ...tellKey(question),
    passages: tellPassages({ passages: findPassages(reading, question, facts), source: { slug } }),
    failures: failures.map(({ rule, number, says }) => ({
      rule,
      number,
      says,
      title: ruleTitle(rule),
      isFirm: isFirm(rule),
    })),
    rules: countRules(question.kind),
  }
}
