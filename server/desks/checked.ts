import {
  type CheckContext,
  check,
  checkByHand,
  checkWithoutSource,
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

/** How a question came to a desk. */
export interface Making {
  /** By a person: the facts that were guessed for it are not held against it. */
  readonly isByHand: boolean
  /** With a file: it may be without a source. */
  readonly isImported: boolean
}

/** Whether a question has come in without a passage that settles it. */
export const isUnsourced = ({ evidence }: Question, { isImported }: Making): boolean =>
  isImported && evidence.length === 0

/** What the checker says of a question on a desk. */
export function verdictOn(question: Question, context: CheckContext, making: Making): Verdict {
  if (isUnsourced(question, making)) return checkWithoutSource(question, context)
  return making.isByHand ? checkByHand(question, context) : check(question, context)
}

/** A question with its key, its passages and what the checker says, as a teacher reads it. */
export function tellChecked(
  question: Question,
  context: CheckContext,
  { slug, ...making }: Making & { readonly slug: string },
): CheckedView {
  const { reading, facts } = context
  const { failures } = verdictOn(question, context, making)
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
