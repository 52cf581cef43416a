/** The shares of a mark that Moodle knows, in per cent; it refuses a file with any other. */
export const FRACTIONS: readonly number[] = [
  ...[100, 90, 83.33333, 80, 75, 70, 66.66667, 60, 50, 40, 33.33333, 30, 25, 20],
  ...[16.66667, 14.28571, 12.5, 11.11111, 10, 5, 0],
]

/** The share that Moodle knows next to this one, with its sign. */
export function nearestFraction(percent: number): number {
  const size = Math.abs(percent)
  const nearest = FRACTIONS.reduce((best, each) =>
    Math.abs(each - size) < Math.abs(best - size) ? each : best,
  )
  return percent < 0 && nearest !== 0 ? -nearest : nearest
}
