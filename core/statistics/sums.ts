import type { Confidence } from '../learning/confidence.ts'
import type { Moments, PairMoments } from './moments.ts'
import type { ScoreCount } from './scores.ts'

/** How much of a third of the people (scores.ts, `thirdsOf`) was asked a question, in people, and the sum of its marks, each counted likewise. */
export interface ThirdSums {
  readonly people: number
  readonly marks: number
}

/** What is summed of one option. */
export interface OptionSums {
  /** How many chose it. */
  readonly people: number
  /** How many of them have a rest score, and the sum of those. */
  readonly withRest: number
  readonly rests: number
  /** How much of the upper and the lower third chose it, in people. */
  readonly upper: number
  readonly lower: number
}

/** How many answers were given with a word of confidence, and how many of them were wholly right. */
export interface SureSums {
  readonly answers: number
  readonly right: number
}

/** All that the statistics of one question rest on. */
export interface ItemSums {
  /** How many were asked it. */
  readonly people: number
  readonly blanks: number
  /** How many had it wholly right. */
  readonly right: number
  /** Sum of the marks. */
  readonly marks: number
  /** Whether every mark is 0 or 1. */
  readonly isAllOrNothing: boolean
  /**
   * Marks (x) with rest scores (y), over those who have one. Somebody's rest score to a question is the mean mark, 0 to 1,
   * of the OTHER questions that were put to them; who was asked nothing else has none. Where all are asked the same it
   * orders people just as the sum of the other marks does. Where each draws their own, easy draws make somebody look abler
   * than they are: where draws are by chance, that takes every correlation a little towards 0.
   */
  readonly restPairs: PairMoments
  /** The marks of those who were asked every question of the set. */
  readonly complete: Moments
  readonly upper: ThirdSums
  readonly lower: ThirdSums
  /** One for each option, in the question's own order. */
  readonly options: readonly OptionSums[]
  /** How many answers took so many seconds, from the fewest seconds up; blanks and untold times are left out. */
  readonly seconds: readonly (readonly [seconds: number, answers: number])[]
  /** By what people said of themselves; blanks are left out. */
  readonly confidence: Readonly<Record<Confidence, SureSums>>
}

/** All that the statistics of a set rest on: counts and sums alone, so that a database can reckon them where the answers are. */
export interface SetSums {
  /** From the lowest up; everybody who was asked something. */
  readonly scores: readonly ScoreCount[]
  /** The scores of those who were asked every question. */
  readonly complete: Moments
  /** In the order of the set. */
  readonly items: readonly ItemSums[]
}
