import type { Reading } from '../../article/reading.ts'
import { isInsideAny } from '../../article/span.ts'
import type { Fact } from '../../facts/fact.ts'
import { sayNumber } from '../../learning/number-entry.ts'
import type { Quantity } from '../../quantities/quantity.ts'
import { GAP, type Kind, type Question, type QuestionOf } from '../question.ts'
import { type Altered, alterationOf } from './alteration.ts'
import { type Amount, alternativeOf, amountOf } from './amount.ts'
import { type ArticleIndex, indexOf, type Saying, sayingOf } from './article-index.ts'
import type { CheckContext } from './context.ts'
import { entryAmounts } from './entry-amounts.ts'

/** A question as the rules look at it: what it says read afresh from its own words and the article's, nothing taken on trust. */
export interface Sight {
  readonly question: Question
  readonly reading: Reading
  readonly index: ArticleIndex
  /** The facts the question names, as far as they exist. */
  readonly facts: readonly Fact[]
  readonly allFacts: readonly Fact[]
  /** What the question says once its key is known: the stem with its gap filled, the correction of a false statement. */
  readonly trueText: string
  /** The right answer, where it stands apart from the stem; null for a true statement. */
  readonly key: Saying | null
  /** Every wrong answer the question itself offers: wrong options, the altered part of a false statement. */
  readonly wrong: readonly Saying[]
  /** What a false statement alters; null for any other question. */
  readonly altered: Altered | 'more' | null
  /** Quantities of the article inside the evidence. */
  readonly stated: readonly Quantity[]
  /** Their amounts, those in brackets too. */
  readonly statedAmounts: readonly Amount[]
  readonly evidenceText: string
}

type Telling = Pick<Sight, 'trueText' | 'key' | 'wrong' | 'altered'>

/** How each kind says its key. */
const TELLINGS: { readonly [K in Kind]: (question: QuestionOf<K>, index: ArticleIndex) => Telling } = {
  choice: ({ stem, options, answer }, index) => ({
    trueText: stem,
    key: sayingOf(answer, index),
    wrong: options.filter(({ correct }) => !correct).map(({ text }) => sayingOf(text, index)),
    altered: null,
  }),
  'true-false': ({ stem, answer, correction }, index) => {
    if (answer || correction === undefined) return { trueText: stem, key: null, wrong: [], altered: null }
    const altered = alterationOf(stem, correction)
    if (altered === 'more') return { trueText: correction, key: null, wrong: [], altered }
    return {
      trueText: correction,
      key: sayingOf(altered.truth, index),
      wrong: [sayingOf(altered.put, index)],
      altered,
    }
  },
  number: ({ stem, answer, unit }) => ({
    trueText: stem,
    key: {
      text: sayNumber(answer, unit),
      amounts: entryAmounts(answer, unit),
      figure: null,
      decimals: null,
      date: null,
    },
    wrong: [],
    altered: null,
  }),
  cloze: ({ stem, answer }, index) => ({
    trueText: stem.replace(GAP, () => answer),
    key: sayingOf(answer, index),
    wrong: [],
    altered: null,
  }),
}

const tellingOf = <K extends Kind>(question: QuestionOf<K>, index: ArticleIndex): Telling =>
  TELLINGS[question.kind as K](question, index)

/** Looks at a question beside its article. */
export function sightOf(question: Question, { reading, facts }: CheckContext): Sight {
  const index = indexOf(reading)
  const stated = reading.quantities.filter((quantity) => isInsideAny(quantity, question.evidence))
  return {
    question,
    reading,
    index,
    facts: facts.filter(({ id }) => question.facts.includes(id)),
    allFacts: facts,
    ...tellingOf(question, index),
    stated,
    statedAmounts: stated.flatMap((quantity) => {
      const other = alternativeOf(quantity)
      return other ? [amountOf(quantity), other] : [amountOf(quantity)]
    }),
    evidenceText: question.evidence.map(({ quote }) => quote).join(' … '),
  }
}
