import type { Evidence } from '../article/span.ts'

/** The kinds of question the house can ask; kinds.ts is their one table. */
export const KINDS = [
  'choice',
  'multiple-response',
  'true-false',
  'number',
  'cloze',
  'ordering',
  'matching',
  'estimate',
] as const
export type Kind = (typeof KINDS)[number]

/** One option of a choice or multiple response, with the reason why it is right or wrong, shown to whoever picks it. */
export interface Option {
  readonly text: string
  readonly correct: boolean
  readonly why: string
}

interface QuestionBase {
  /** Unique within its article, and the same for the same text, seed and engine. */
  readonly id: string
  readonly stem: string
  /** Why the key is right, in words; a derived figure shows its working. */
  readonly explanation: string
  /** Ids of the facts it asks about. */
  readonly facts: readonly string[]
  readonly evidence: readonly Evidence[]
  readonly hint?: string
  /** True when the stem has no absolute period and can only be asked right after its own article. */
  readonly needsArticle: boolean
}

export interface ChoiceQuestion extends QuestionBase {
  readonly kind: 'choice'
  readonly options: readonly Option[]
  /** The correct option's text. */
  readonly answer: string
}

/** Four to six options, two or more of them right; the stem says how many. */
export interface MultipleResponseQuestion extends QuestionBase {
  readonly kind: 'multiple-response'
  readonly options: readonly Option[]
  /** The texts of the correct options, in the order of the options. */
  readonly answer: readonly string[]
}

/** The stem is a statement, true as it stands or with exactly one part altered. */
export interface TrueFalseQuestion extends QuestionBase {
  readonly kind: 'true-false'
  readonly answer: boolean
  /** The true statement; present exactly when the answer is false. */
  readonly correction?: string
}

export interface NumberQuestion extends QuestionBase {
  readonly kind: 'number'
  /** In `unit`, which carries the scale people would type in: 61.5 with 'Rmb bn', 8 with '%'. */
  readonly answer: number
  /** Said before the answer. */
  readonly unit: string
  /** Absolute, in `unit`; 0 asks for the figure as printed. */
  readonly tolerance: number
}

/** The stem is a sentence in which GAP stands for the missing words. */
export interface ClozeQuestion extends QuestionBase {
  readonly kind: 'cloze'
  readonly answer: string
  /** Other spellings that count as the answer; compared without case, accents and punctuation. */
  readonly accepts: readonly string[]
}

/** The stem is an instruction that says by what to put the items in order, and which end comes first. */
export interface OrderingQuestion extends QuestionBase {
  readonly kind: 'ordering'
  /** Three or more items in the right order. */
  readonly answer: readonly string[]
  /** `reasons[i]` says why `answer[i]` stands where it does, with its figure or date. */
  readonly reasons: readonly string[]
}

/** The stem is an instruction that says what goes with what. */
export interface MatchingQuestion extends QuestionBase {
  readonly kind: 'matching'
  /** Three or more pairs; no left and no right stands in two of them. */
  readonly answer: readonly (readonly [left: string, right: string])[]
  /** `reasons[i]` says why the two of `answer[i]` belong together. */
  readonly reasons: readonly string[]
}

/** A figure to be placed on a scale, scored by how near it comes. */
export interface EstimateQuestion extends QuestionBase {
  readonly kind: 'estimate'
  /** In `unit`, like `low`, `high` and `tolerance`. */
  readonly answer: number
  readonly unit: string
  /** So far off still earns the whole mark. It depends on the scale alone, so that it can be said before the answer. */
  readonly tolerance: number
  /** The ends of the scale. */
  readonly low: number
  readonly high: number
}

export type Question =
  | ChoiceQuestion
  | MultipleResponseQuestion
  | TrueFalseQuestion
  | NumberQuestion
  | ClozeQuestion
  | OrderingQuestion
  | MatchingQuestion
  | EstimateQuestion
export type QuestionOf<K extends Kind> = Extract<Question, { kind: K }>

/** Stands for the missing words of a cloze. */
export const GAP = '_____'
