import { compareScores, countPeople, type ScoreCount } from './scores.ts'

/** How somebody's score stands beside those of the others who did the same. */
export interface Comparison {
  /** Everybody but themselves. */
  readonly others: number
  /** How many of them have a lower score. */
  readonly lower: number
  /** Of ten others so many have a lower score, never rounded up: 10 only where all have. */
  readonly inTen: number
  /** In plain words, to the learner; null where there is nothing to say that helps. */
  readonly says: string | null
}

/** With fewer people somebody else's score could be read from it, and one in ten would be less than a person. */
export const FEWEST_COMPARED = 10

const sentence = (inTen: number): string | null =>
  inTen === 0
    ? null
    : inTen === 10
      ? 'You did better than everybody else.'
      : `You did better than ${inTen} in 10.`

/** How a score stands beside those of everybody, its owner among them; null of fewer than `FEWEST_COMPARED` people. Equal scores are not lower. */
export function compareWithOthers(score: number, everybody: readonly ScoreCount[]): Comparison | null {
  const people = countPeople(everybody)
  if (people < FEWEST_COMPARED) return null
  const others = people - 1
  const lower = countPeople(everybody.filter((other) => compareScores(other.score, score) < 0))
  const inTen = Math.floor((10 * lower) / others)
  return { others, lower, inTen, says: sentence(inTen) }
}
