/** One line of what the bench prints: two things measured side by side in this run, and their ratio. */
export interface Comparison {
  readonly what: string
  readonly ours: string
  readonly theirs: string
  readonly ratio: number
  /** From the design's table of budgets. */
  readonly budget: { readonly atLeast: number } | { readonly atMost: number }
}

/** Whether the ratio is within its budget. */
export const isWithin = ({ ratio, budget }: Comparison): boolean =>
  'atLeast' in budget ? ratio >= budget.atLeast : ratio <= budget.atMost

/** A comparison in two lines. */
export function say(comparison: Comparison): string {
  const { what, ours, theirs, ratio, budget } = comparison
  const wanted = 'atLeast' in budget ? `at least ${budget.atLeast}` : `at most ${budget.atMost}`
  return `${isWithin(comparison) ? '✓' : '✗'} ${what}\n    ${ours} against ${theirs}: ${ratio.toFixed(2)} (${wanted})`
}

/** The middle of some numbers; the mean of the two in the middle of an even count. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  const middle = sorted.length / 2
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle) - 1] ?? 0)) / 2
}
