import { addDays, daysBetween, weekdayOf } from '../periods/calendar.ts'
import { remember } from '../remember.ts'

/** Days as a person lives them: written `YYYY-MM-DD`, in a time zone by its IANA name ('Asia/Tokyo'). A zone nobody knows throws a RangeError. */

const clockOf: (zone: string) => Intl.DateTimeFormat = remember(
  (zone) =>
    new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
      timeZone: zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    }),
)

/** Whether a text names a time zone, for what comes from a browser or a form. */
export function isZone(text: string): boolean {
  try {
    clockOf(text)
    return true
  } catch {
    return false
  }
}

/** The day it is for the person at that moment. */
export function ownDay(at: Date, zone: string): string {
  const parts = new Map(
    clockOf(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  )
  return `${parts.get('year')?.padStart(4, '0')}-${parts.get('month')}-${parts.get('day')}`
}

/** How many of the person's midnights lie between two moments; below 0 where `to` is on an earlier day. */
export const ownDaysBetween = (from: Date, to: Date, zone: string): number =>
  daysBetween(ownDay(from, zone), ownDay(to, zone))

/** No zone has a longer day. */
const LONGEST_DAY = 26 * 3_600_000

/** The moment at which the person's day ends and the next begins, whatever clocks are put forward or back in between. */
export function ownDayEnd(at: Date, zone: string): Date {
  const today = ownDay(at, zone)
  let last = at.getTime()
  let next = last + LONGEST_DAY
  while (next - last > 1) {
    const middle = Math.floor((last + next) / 2)
    if (ownDay(new Date(middle), zone) > today) next = middle
    else last = middle
  }
  return new Date(next)
}

/** The Monday of a day's week. */
export const mondayOf = (day: string): string => addDays(day, -((weekdayOf(day) + 6) % 7))

const THURSDAY = 3

/** A day's week by ISO 8601, '2026-W01': it belongs to the year in which its Thursday lies. */
export function isoWeek(day: string): string {
  const thursday = addDays(mondayOf(day), THURSDAY)
  const year = thursday.slice(0, 4)
  const week = Math.floor(daysBetween(`${year}-01-01`, thursday) / 7) + 1
  return `${year}-W${String(week).padStart(2, '0')}`
}
