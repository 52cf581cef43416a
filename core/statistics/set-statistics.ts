import type { Figure } from './figure.ts'
import { type ItemStatistics, itemStatistics } from './item-statistics.ts'
import { varianceOf } from './moments.ts'
import { medianOf, momentsOfScores } from './scores.ts'
import type { SetSums } from './sums.ts'

/** A figure of a whole set, with how many people and answers (blanks among them) stand behind it. */
export interface SetFigure extends Figure {
  readonly answers: number
}

/** How a set has done. Scores are mean marks, 0 to 1, of the questions put to each. */
export interface SetStatistics {
  readonly people: number
  /** Blanks among them. */
  readonly answers: number
  readonly mean: SetFigure
  /** Of the sample, with the number of people less one below; null of fewer than two. */
  readonly deviation: SetFigure
  readonly median: SetFigure
  /**
   * Cronbach's alpha (Psychometrika 16, 1951): how far the questions order people alike, 1 at best; it can be negative. It
   * is defined where people were asked the same, so only those who were asked every question count; null of fewer than
   * two of them, of fewer than two questions, and where all of them have the same score.
   */
  readonly alpha: SetFigure
  /** Kuder and Richardson's formula 20 (Psychometrika 2, 1937): alpha where every mark is 0 or 1, else null. */
  readonly kr20: SetFigure
  /** How far a score is likely to be off, as a standard deviation on the scale of scores: that of those behind alpha, times the root of 1 - alpha. A negative alpha counts as 0, since the error cannot vary more than the scores do. */
  readonly errorOfMeasurement: SetFigure
  /** In the order of the set. */
  readonly items: readonly ItemStatistics[]
}

/** So near to 1 alpha is 1: what is left is rounding, whose root would be told as an error, or not be a number at all. */
const ROUNDING = 1e-9

function alphaOf({ complete, items }: SetSums): number | null {
  const scores = varianceOf(complete)
  if (scores === null || scores === 0 || items.length < 2) return null
  const ofItems = items.reduce((sum, item) => sum + (varianceOf(item.complete) ?? 0), 0)
  // The variance of totals is that of mean marks times the square of how many there are.
  const alpha = (items.length / (items.length - 1)) * (1 - ofItems / (scores * items.length ** 2))
  return alpha > 1 - ROUNDING ? 1 : alpha
}

function errorOf({ complete }: SetSums, alpha: number | null): number | null {
  const variance = varianceOf(complete)
  return alpha === null || variance === null ? null : Math.sqrt(variance * (1 - Math.max(0, alpha)))
}

/** How a set and each of its questions have done, from their sums. */
export function setStatistics(sums: SetSums): SetStatistics {
  const moments = momentsOfScores(sums.scores)
  const people = moments.count
  const answers = sums.items.reduce((sum, item) => sum + item.people, 0)
  const ofAll = (value: number | null): SetFigure => ({ value, people, answers })
  const ofComplete = (value: number | null): SetFigure => ({
    value,
    people: sums.complete.count,
    answers: sums.complete.count * sums.items.length,
  })
  const variance = varianceOf(moments)
  const alpha = alphaOf(sums)
  return {
    people,
    answers,
    mean: ofAll(people === 0 ? null : moments.mean),
    deviation: ofAll(variance === null ? null : Math.sqrt(variance)),
    median: ofAll(medianOf(sums.scores.map(({ score, people: times }) => [score, times]))),
    alpha: ofComplete(alpha),
    kr20: ofComplete(sums.items.every(({ isAllOrNothing }) => isAllOrNothing) ? alpha : null),
    errorOfMeasurement: ofComplete(errorOf(sums, alpha)),
    items: sums.items.map((item) => itemStatistics(item, sums.scores.length > 1)),
  }
}
