import type { Confidence } from '../learning/confidence.ts'

/** One person's final answer to one question that was put to them. */
export interface FinalAnswer {
  /** 0 to 1 (learning/mark.ts); 0 for a blank. */
  readonly mark: number
  readonly isBlank: boolean
  /** Places of the options chosen, from 0 in the question's own list; empty for a blank and for kinds without options. */
  readonly chosen: readonly number[]
  /** From when the question was shown to the answer; null where it is not known. */
  readonly seconds: number | null
  readonly confidence: Confidence | null
}

/**
 * A row a person, a place a question of the set. `null` is a question that was never put to that person, as where each
 * draws their own from a bank; it counts in nothing. A blank is an answer, and earns nothing.
 */
export type AnswerMatrix = readonly (readonly (FinalAnswer | null)[])[]
