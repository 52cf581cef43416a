import { quantile, sum } from '../figures.ts'
import type { TextRun } from '../run-text.ts'

/** How long texts take, from text to questions. */
export function printSpeed(runs: readonly TextRun[]): string[] {
  const times = runs.map(({ ms }) => ms)
  const rate = (1000 * sum(runs.map(({ words }) => words))) / sum(times)
  return [
    `${quantile(times, 0.5).toFixed(0)} ms a text (median), ${quantile(times, 0.95).toFixed(0)} ms at the 95th percentile, ${rate.toFixed(0)} words a second`,
  ]
}
