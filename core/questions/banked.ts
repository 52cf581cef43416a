import type { CheckContext } from './checker/context.ts'
import { type Difficulty, estimateDifficulty } from './difficulty.ts'
import { type InSet, itemOf } from './item.ts'
import { openingOf } from './opening.ts'
import type { Kind, Question } from './question.ts'

/** What the bank keeps of a question, so that it can be put into a set with questions of other articles without reading any of them again. Plain JSON. */
export interface Banked
  extends Pick<InSet, 'sentence' | 'rank' | 'longest' | 'stemAmounts' | 'keyWords' | 'keyAmounts'> {
  readonly kind: Kind
  readonly stem: string
  readonly facts: readonly string[]
  readonly needsArticle: boolean
  /** Whether the statement is true; null for any other kind. */
  readonly truth: boolean | null
  readonly families: readonly string[]
  /** How the stem opens, '' for a sentence of the article's own. */
  readonly opening: string
  readonly difficulty: Difficulty
}

/** Looks at a question beside its article for the last time before it is put into the bank. */
export function bankedOf(question: Question, context: CheckContext): Banked {
  const { sentence, rank, longest, stemAmounts, keyWords, keyAmounts } = itemOf(question, context)
  const { kind, stem, facts, needsArticle } = question
  const about = context.facts.filter(({ id }) => facts.includes(id))
  return {
    ...{ kind, stem, facts, needsArticle },
    truth: kind === 'true-false' ? question.answer : null,
    families: [...new Set(about.map(({ family }) => family))],
    opening: openingOf(stem),
    ...{ sentence, rank, longest, stemAmounts, keyWords, keyAmounts },
    difficulty: estimateDifficulty(question, context),
  }
}
