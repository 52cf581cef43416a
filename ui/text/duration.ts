import { sayCount } from './dates.ts'

const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** How long something took, as exactly as anybody wants to know: '48 s', '4 min 12 s', '2 h 5 min', '3 days'. */
export function sayDuration(seconds: number): string {
  const whole = Math.round(seconds)
  if (whole < MINUTE) return `${whole} s`
  if (whole < HOUR) return joined(whole, MINUTE, 'min', 1, 's')
  if (whole < DAY) return joined(whole, HOUR, 'h', MINUTE, 'min')
  return sayCount(Math.floor(whole / DAY), 'day')
}

function joined(seconds: number, large: number, one: string, small: number, other: string): string {
  const rest = Math.floor((seconds % large) / small)
  return `${Math.floor(seconds / large)} ${one}${rest > 0 ? ` ${rest} ${other}` : ''}`
}
