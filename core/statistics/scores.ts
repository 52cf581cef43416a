import type { Moments } from './moments.ts'

/** How many people have one score. A score is the mean mark, 0 to 1, of the questions that were put to somebody. */
export interface ScoreCount {
  readonly score: number
  readonly people: number
}

/** Means of the same marks in another order differ in their last digits: scores are equal when they agree to nine decimals. */
const DECIMALS = 1e9

const rankOf = (score: number): number => Math.round(score * DECIMALS)

/** Below 0, 0 or above 0, as the first score is lower, equal or higher; equal to nine decimals is equal. */
export const compareScores = (a: number, b: number): number => rankOf(a) - rankOf(b)

/** How many people have each score, from the lowest up. */
export function countScores(scores: readonly number[]): ScoreCount[] {
  const counts: ScoreCount[] = []
  for (const score of [...scores].sort((a, b) => a - b)) {
    const last = counts.at(-1)
    if (last && compareScores(last.score, score) === 0)
      counts[counts.length - 1] = { ...last, people: last.people + 1 }
    else counts.push({ score, people: 1 })
  }
  return counts
}

/** How many people there are. */
export const countPeople = (counts: readonly ScoreCount[]): number =>
  counts.reduce((sum, { people }) => sum + people, 0)

/** Mean and spread of the scores. */
export function momentsOfScores(counts: readonly ScoreCount[]): Moments {
  const count = countPeople(counts)
  if (count === 0) return { count, mean: 0, squares: 0 }
  const sum = (of: (score: number) => number): number =>
    counts.reduce((all, { score, people }) => all + people * of(score), 0)
  const mean = sum((score) => score) / count
  return { count, mean, squares: sum((score) => (score - mean) ** 2) }
}

/** The middle value of values in ascending order, each with how often it came; of an even number the mean of the middle two; null of none. */
export function medianOf(counts: readonly (readonly [value: number, times: number])[]): number | null {
  const all = counts.reduce((sum, [, times]) => sum + times, 0)
  let before = 0
  let lower: number | null = null
  for (const [value, times] of counts) {
    before += times
    if (lower === null && 2 * before >= all) lower = value
    if (lower !== null && 2 * before > all) return (lower + value) / 2
  }
  return null
}

/** How much of somebody counts to the third that did best and to the third that did worst, 0 to 1 each. */
export interface Thirds {
  readonly upper: number
  readonly lower: number
}

/** The part of a group of `people`, of whom `before` stand further out, that lies within the outermost `third`. */
const within = (before: number, people: number, third: number): number =>
  Math.max(0, Math.min(1, (third - before) / people))

/**
 * To which third people of a score belong. A third is exactly the number of people divided by three, whole or not, and
 * people of the same score are treated alike: where the border runs through them, each counts to the third by the part
 * of them that lies within it. So of ten people with different scores the upper third is the best three and a third of the
 * fourth; and where all have one score, a third of everybody belongs to each. No order of names or of answers decides.
 */
export function thirdsOf(counts: readonly ScoreCount[]): (score: number) => Thirds {
  const all = countPeople(counts)
  const thirds = new Map<number, Thirds>()
  let below = 0
  for (const { score, people } of counts) {
    const above = all - below - people
    thirds.set(rankOf(score), {
      upper: within(above, people, all / 3),
      lower: within(below, people, all / 3),
    })
    below += people
  }
  return (score) => thirds.get(rankOf(score)) ?? { upper: 0, lower: 0 }
}
