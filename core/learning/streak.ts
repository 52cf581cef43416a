import { grouped } from '../grouped.ts'
import { addDays, weekdayOf } from '../periods/calendar.ts'
import { mondayOf, ownDay } from './own-day.ts'

/** How many minutes a day somebody may aim at. */
export const GOALS = [5, 10, 15] as const
export type Goal = (typeof GOALS)[number]

export interface StreakSettings {
  /** Minutes that make a day count; null where one answer does. */
  readonly goal: Goal | null
  /** Days of the week that are free, 0 for Sunday to 6 for Saturday: they count when used, and break nothing. */
  readonly restDays: ReadonlySet<number>
  /** Whose days: an IANA time zone. */
  readonly zone: string
}

/** Time spent on answers from a moment on, all of it on one day. An answer counts for `MOST_SECONDS` at most. */
export interface Spell {
  readonly at: Date
  readonly seconds: number
}

/** A day, `YYYY-MM-DD`, and what was learned on it. */
export interface DayLearned {
  readonly day: string
  readonly minutes: number
  /** Whether it counts: the goal is reached, or one answer given where there is none. */
  readonly isDone: boolean
  readonly isRest: boolean
}

export interface Streak {
  /** Days in a row up to today, or up to yesterday while today is still open. */
  readonly current: number
  /** Rest days not used since the first of them; they are not in `current`. */
  readonly rests: number
  readonly longest: number
  readonly today: DayLearned
  /** From a Monday to today: the last weeks, from the one of the first answer on. */
  readonly days: readonly DayLearned[]
}

/** Whoever is away from an open page is not learning: an answer counts for no more than this. */
export const MOST_SECONDS = 180

/** How many weeks a calendar of them shows. */
const WEEKS = 8

/** Days in a row on which somebody learned, by their own midnights and by their settings as they are now. */
export function streakOf(
  spells: readonly Spell[],
  now: Date,
  { goal, restDays, zone }: StreakSettings,
): Streak {
  const today = ownDay(now, zone)
  const minutes = new Map(
    [...grouped(spells, ({ at }) => ownDay(at, zone))].map(([day, group]) => [
      day,
      group.reduce((sum, { seconds }) => sum + seconds, 0) / 60,
    ]),
  )
  const learned = (day: string): DayLearned => {
    const own = minutes.get(day)
    return {
      day,
      minutes: own ?? 0,
      isDone: own !== undefined && own >= (goal ?? 0),
      isRest: restDays.has(weekdayOf(day)),
    }
  }

  let [current, rests, longest] = [0, 0, 0]
  const days: DayLearned[] = []
  const [first = today] = [...minutes.keys()].sort()
  const shown = addDays(mondayOf(today), -7 * (WEEKS - 1))
  for (let day = mondayOf(first); day <= today; day = addDays(day, 1)) {
    const one = learned(day)
    if (one.isDone) current++
    else if (day !== today && one.isRest) rests += current > 0 ? 1 : 0
    else if (day !== today) [current, rests] = [0, 0]
    longest = Math.max(longest, current)
    if (day >= shown) days.push(one)
  }
  return { current, rests, longest, today: learned(today), days }
}
