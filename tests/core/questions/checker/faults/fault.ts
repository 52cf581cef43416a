import type { CheckContext } from '../../../../../core/questions/checker/context.ts'
import type {
  ChoiceQuestion,
  ClozeQuestion,
  EstimateQuestion,
  MatchingQuestion,
  MultipleResponseQuestion,
  NumberQuestion,
  Option,
  OrderingQuestion,
  Question,
  TrueFalseQuestion,
} from '../../../../../core/questions/question.ts'
import type { Article } from './article.ts'

/** A question with the article it is asked of. */
export interface Asked {
  readonly question: Question
  readonly context: CheckContext
}

/** A question that breaks one rule, with words that the verdict has to hold. */
export type Fault = readonly [name: string, asked: Asked, says: string]

/** A sound question that looks much like a fault. */
export type NearMiss = readonly [name: string, asked: Asked]

/** The planted faults of one rule and the near misses beside them. */
export interface Planted {
  readonly faults: readonly Fault[]
  readonly nearMisses: readonly NearMiss[]
}

type Over<Q> = Partial<Omit<Q, 'kind'>>

/** Options from texts; the right ones carry a star. */
export const optionsFrom = (texts: readonly string[]): Option[] =>
  texts.map((text) => ({
    text: text.replace('*', ''),
    correct: text.includes('*'),
    why: text.includes('*') ? 'So it stands in the article.' : 'The article says something else.',
  }))

/**
 * Writes questions about an article as a person, a model or an import would: without the name of a fact, resting
 * on the sentences in which `words` stand. A question without a year is asked right after its article.
 */
export function about(article: Article) {
  const base = (stem: string, words: string | readonly string[]) => ({
    id: stem,
    stem,
    explanation: 'So it stands in the article.',
    facts: [],
    evidence: article.sentences(...[words].flat()),
    needsArticle: !/\b\d{4}\b/.test(stem),
  })
  const asked = (question: Question): Asked => ({ question, context: article.context })
  return {
    /** The sentences in which these words stand. */
    evidence: (...words: readonly string[]) => article.sentences(...words),
    /** A choice; the right option carries a star. */
    choice: (
      stem: string,
      texts: readonly string[],
      words: string | readonly string[],
      over: Over<ChoiceQuestion> = {},
    ): Asked => {
      const options = optionsFrom(texts)
      const answer = options.find(({ correct }) => correct)?.text ?? ''
      return asked({ kind: 'choice', ...base(stem, words), options, answer, ...over })
    },
    /** A multiple response; the right options carry a star. */
    several: (
      stem: string,
      texts: readonly string[],
      words: string | readonly string[],
      over: Over<MultipleResponseQuestion> = {},
    ): Asked => {
      const options = optionsFrom(texts)
      const answer = options.filter(({ correct }) => correct).map(({ text }) => text)
      return asked({ kind: 'multiple-response', ...base(stem, words), options, answer, ...over })
    },
    /** A statement that is said to be true. */
    truth: (stem: string, words: string | readonly string[], over: Over<TrueFalseQuestion> = {}): Asked =>
      asked({ kind: 'true-false', ...base(stem, words), answer: true, ...over }),
    /** A statement that is said to be false, with what is said to be true instead. */
    falsehood: (
      stem: string,
      correction: string,
      words: string | readonly string[],
      over: Over<TrueFalseQuestion> = {},
    ): Asked => asked({ kind: 'true-false', ...base(stem, words), answer: false, correction, ...over }),
    number: (
      stem: string,
      answer: number,
      unit: string,
      words: string | readonly string[],
      over: Over<NumberQuestion> = {},
    ): Asked => asked({ kind: 'number', ...base(stem, words), answer, unit, tolerance: 0, ...over }),
    cloze: (
      stem: string,
      answer: string,
      words: string | readonly string[],
      over: Over<ClozeQuestion> = {},
    ): Asked => asked({ kind: 'cloze', ...base(stem, words), answer, accepts: [], ...over }),
    /** Items in their right order, each with its reason. */
    ordering: (
      stem: string,
      items: readonly (readonly [item: string, reason: string])[],
      words: string | readonly string[],
      over: Over<OrderingQuestion> = {},
    ): Asked =>
      asked({
        kind: 'ordering',
        ...base(stem, words),
        answer: items.map(([item]) => item),
        reasons: items.map(([, reason]) => reason),
        ...over,
      }),
    matching: (
      stem: string,
      pairs: readonly (readonly [left: string, right: string])[],
      words: string | readonly string[],
      over: Over<MatchingQuestion> = {},
    ): Asked =>
      asked({
        kind: 'matching',
        ...base(stem, words),
        answer: pairs,
        reasons: pairs.map(([left, right]) => `${left} goes with ${right}.`),
        ...over,
      }),
    estimate: (
      stem: string,
      answer: number,
      unit: string,
      scale: Pick<EstimateQuestion, 'low' | 'high' | 'tolerance'>,
      words: string | readonly string[],
      over: Over<EstimateQuestion> = {},
    ): Asked => asked({ kind: 'estimate', ...base(stem, words), answer, unit, ...scale, ...over }),
  }
}
