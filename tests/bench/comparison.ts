import { quantile } from '../../scripts/eval/figures.ts'

/** One line of what the bench prints: two things measured side by side in this run, and their ratio. */
export interface Comparison {
  readonly what: string
  readonly ours: string
  readonly theirs: string
  readonly ratio: number
  /** From the design's table of budgets; null where nothing is asked of it. */
  readonly budget: { readonly atLeast: number } | { readonly atMost: number } | null
}

/** Whether the ratio is within its budget. */
export const isWithin = ({ ratio, budget }: Comparison): boolean =>
  budget === null || ('atLeast' in budget ? ratio >= budget.atLeast : ratio <= budget.atMost)

/** What is asked of a ratio, in words; nothing where nothing is. */
export const sayBudget = ({ budget }: Comparison): string =>
  budget === null ? '' : 'atLeast' in budget ? `at least ${budget.atLeast}` : `at most ${budget.atMost}`

/** A comparison in two lines. */
export function say(comparison: Comparison): string {
  const { what, ours, theirs, ratio, budget } = comparison
  const mark = budget === null ? '·' : isWithin(comparison) ? '✓' : '✗'
  const wanted = budget === null ? '' : ` (${sayBudget(comparison)})`
  return `${mark} ${what}\n    ${ours} against ${theirs}: ${ratio.toFixed(3)}${wanted}`
}

/** The middle of some numbers; the mean of the two in the middle of an even count. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  const middle = sorted.length / 2
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle) - 1] ?? 0)) / 2
}

/** Half, 95 and 99 of a hundred took at most so many milliseconds. */
export const sayQuantiles = (times: readonly number[]): string =>
  `${[0.5, 0.95, 0.99].map((share) => quantile(times, share).toFixed(1)).join(' / ')} ms`
