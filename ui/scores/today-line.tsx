import type { TodayLearned } from '#server/learning/view'
import { sayCount } from '#ui/text/dates.ts'

/** 'under a minute', '1 minute', '12 minutes': whole minutes, so that a goal is never said to be reached before it is. */
export const sayMinutes = (minutes: number): string =>
  minutes < 1 ? 'under a minute' : sayCount(Math.floor(minutes), 'minute')

/** '7 of 10 minutes today', or that it is a rest day; null where there is nothing to say. */
function sayDone({ minutes, goal, isRest }: TodayLearned): string | null {
  if (minutes === 0 && isRest) return 'A rest day'
  if (goal !== null) return `${Math.floor(minutes)} of ${goal} minutes today`
  return minutes === 0 ? null : `${sayMinutes(minutes)} today`
}

/** '12 days in a row, 1 rest day'; null where there is no row. */
function sayRow({ current, rests }: TodayLearned): string | null {
  if (current < 2) return null
  return `${current} days in a row${rests > 0 ? `, ${sayCount(rests, 'rest day')}` : ''}`
}

/** '7 of 10 minutes today · 12 days in a row, 1 rest day', beginning with a capital; '' where there is nothing to say. */
export function sayToday(today: TodayLearned): string {
  const line = [sayDone(today), sayRow(today)].filter((part) => part !== null).join(' · ')
  return line.charAt(0).toUpperCase() + line.slice(1)
}

/** What the day has come to, in one quiet line. */
export function TodayLine({ today }: { readonly today: TodayLearned | null }) {
  const line = today === null ? '' : sayToday(today)
  return line === '' ? null : <p className="today-line">{line}</p>
}
