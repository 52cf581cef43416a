import type { Kind, Question, QuestionOf } from '../questions/question.ts'
import { reachOf } from './mark.ts'

/** How many ways there are to take `k` of `n`. */
const choose = (n: number, k: number): number =>
  k < 0 || k > n
    ? 0
    : Array.from({ length: k }, (_, i) => (n - i) / (i + 1)).reduce((ways, by) => ways * by, 1)

/** Of the marks of all orders of so many items, the mean: half of them earn nothing, and most of the rest little. */
const ORDERS: Readonly<Record<number, number>> = { 3: 0.278, 4: 0.194, 5: 0.163 }
const LONG_ORDER = 0.14

/** The one table of what blind luck earns. */
const CHANCES: { readonly [K in Kind]: (question: QuestionOf<K>) => number } = {
  choice: ({ options }) => 1 / options.length,
  // As many options as are right, taken at random.
  'multiple-response': ({ options, answer: { length } }) =>
    Array.from({ length: length + 1 }, (_, right) => {
      const ways = choose(length, right) * choose(options.length - length, length - right)
      return (ways / choose(options.length, length)) * Math.max(0, (2 * right - length) / length)
    }).reduce((sum, each) => sum + each, 0),
  'true-false': () => 0.5,
  number: () => 0,
  cloze: () => 0,
  ordering: ({ answer: { length } }) => ORDERS[length] ?? LONG_ORDER,
  // Of pairs put together at random, one is right on average, however many there are.
  matching: ({ answer: { length } }) => 1 / length,
  // The whole mark within the tolerance, half of it on average over the reach beyond.
  estimate: ({ answer, tolerance, low, high }) =>
    high > low ? Math.min(1, (2 * tolerance + reachOf(answer)) / (high - low)) : 0,
}

/** The mark, 0 to 1, that somebody who knows nothing can expect of a question. */
export const chanceOf = <K extends Kind>(question: QuestionOf<K>): number =>
  (CHANCES[question.kind as K] as (question: Question) => number)(question)
