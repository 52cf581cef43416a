import { grouped } from '../grouped.ts'
import { addDays, weekdayOf } from '../periods/calendar.ts'
import { ownDay } from './own-day.ts'

/** How many minutes a day somebody may aim at. */
export const GOALS = [5, 10, 15] as const

export interface StreakSettings {
  /** A streak can be off; nobody is shamed with one they did not ask for. */
  readonly isOn: boolean
  /** Minutes that make a day count; null where one answer does. */
  readonly goal: (typeof GOALS)[number] | null
  /** Days of the week that are free, 0 for Sunday to 6 for Saturday: they count when used, and break nothing. */
  readonly restDays: ReadonlySet<number>
  /** Whose days: an IANA time zone. */
  readonly zone: string
}

export interface Streak {
  /** Days in a row up to today, or up to yesterday while today is still open. */
  readonly current: number
  readonly longest: number
  readonly today: { readonly minutes: number; readonly isDone: boolean; readonly isRest: boolean }
}

/** An answer takes no longer; whoever is away from an open page is not learning. Seconds. */
const LONGEST_ANSWER = 180

/** Days in a row on which somebody learned, by their own midnights; null where they have it off. */
export function streakOf(
  answers: readonly { readonly at: Date; readonly seconds: number }[],
  now: Date,
  { isOn, goal, restDays, zone }: StreakSettings,
): Streak | null {
  if (!isOn) return null
  const today = ownDay(now, zone)
  const minutes = new Map(
    [...grouped(answers, ({ at }) => ownDay(at, zone))].map(([day, group]) => [
      day,
      group.reduce((sum, { seconds }) => sum + Math.min(LONGEST_ANSWER, seconds), 0) / 60,
    ]),
  )
  const isDone = (day: string): boolean => (minutes.get(day) ?? Number.NEGATIVE_INFINITY) >= (goal ?? 0)
  const isRest = (day: string): boolean => restDays.has(weekdayOf(day))

  let current = 0
  let longest = 0
  const [first = today] = [...minutes.keys()].sort()
  for (let day = first; day <= today; day = addDays(day, 1)) {
    if (isDone(day)) current++
    else if (!isRest(day) && day !== today) current = 0
    longest = Math.max(longest, current)
  }
  return {
    current,
    longest,
    today: { minutes: minutes.get(today) ?? 0, isDone: isDone(today), isRest: isRest(today) },
  }
}
