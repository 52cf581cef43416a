import type { Evidence } from '../article/span.ts'

/** The kinds of question the house can ask; kinds.ts is their one table. */
export const KINDS = ['choice', 'true-false', 'number', 'cloze'] as const
export type Kind = (typeof KINDS)[number]

/** One option of a choice, with the reason why it is right or wrong, shown to whoever picks it. */
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

export type Question = ChoiceQuestion | TrueFalseQuestion | NumberQuestion | ClozeQuestion
export type QuestionOf<K extends Kind> = Extract<Question, { kind: K }>

/** Stands for the missing words of a cloze. */
export const GAP = '_____'
