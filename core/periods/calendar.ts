/** Reckoning with days written `YYYY-MM-DD`, in the proleptic Gregorian calendar; nothing here reads the clock. */

export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

export const WEEKDAYS = [
  'Sunday',
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
] as const

/** A first and a last day, both inclusive. */
export interface Stretch {
  readonly from: string
  readonly to: string
}

const DAY_MS = 86_400_000
const pad = (value: number, width: number): string => String(value).padStart(width, '0')

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

/** How many days a month has; months count from 1. */
export const daysIn = (year: number, month: number): number =>
  month === 2 && isLeap(year) ? 29 : (DAYS[month - 1] ?? 0)

/** The day as `YYYY-MM-DD`, or null where there is no such day. */
export const isoDay = (year: number, month: number, day: number): string | null =>
  month < 1 || month > 12 || day < 1 || day > daysIn(year, month)
    ? null
    : `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`

/** Year, month (from 1) and day of an ISO day. */
export const partsOf = (iso: string): { year: number; month: number; day: number } => ({
  year: Number(iso.slice(0, 4)),
  month: Number(iso.slice(5, 7)),
  day: Number(iso.slice(8, 10)),
})

const millis = (iso: string): number => Date.parse(`${iso}T00:00:00Z`)
const fromMillis = (ms: number): string => new Date(ms).toISOString().slice(0, 10)

/** Whether a string is a day that exists, written `YYYY-MM-DD`. */
export function isIsoDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false
  const { year, month, day } = partsOf(text)
  return isoDay(year, month, day) !== null
}

export const addDays = (iso: string, days: number): string => fromMillis(millis(iso) + days * DAY_MS)

/** How many days later `to` is than `from`. */
export const daysBetween = (from: string, to: string): number => (millis(to) - millis(from)) / DAY_MS

/** 0 for Sunday to 6 for Saturday. */
export const weekdayOf = (iso: string): number => new Date(millis(iso)).getUTCDay()

/** The same day so many months later or earlier; the last of the month where there is no such day. */
export function addMonths(iso: string, months: number): string {
  const { year, month, day } = partsOf(iso)
  const index = year * 12 + (month - 1) + months
  const toYear = Math.floor(index / 12)
  const toMonth = (index % 12) + 1
  return isoDay(toYear, toMonth, Math.min(day, daysIn(toYear, toMonth))) ?? iso
}

export const yearStretch = (year: number): Stretch => ({
  from: `${pad(year, 4)}-01-01`,
  to: `${pad(year, 4)}-12-31`,
})

/** `count` whole months that begin with the given one. */
export function monthStretch(year: number, month: number, count = 1): Stretch {
  const last = year * 12 + (month - 1) + (count - 1)
  const [lastYear, lastMonth] = [Math.floor(last / 12), (last % 12) + 1]
  const days = daysIn(lastYear, lastMonth)
  return {
    from: `${pad(year, 4)}-${pad(month, 2)}-01`,
    to: `${pad(lastYear, 4)}-${pad(lastMonth, 2)}-${days}`,
  }
}

/** `count` whole months that end with the given one. */
export function monthsTo(year: number, month: number, count: number): Stretch {
  const last = monthStretch(year, month)
  return { from: addMonths(last.from, 1 - count), to: last.to }
}

export const quarterStretch = (year: number, quarter: number): Stretch =>
  monthStretch(year, quarter * 3 - 2, 3)

/** '16 March 2025'. */
export function sayDay(iso: string): string {
  const { year, month, day } = partsOf(iso)
  return `${day} ${MONTHS[month - 1]} ${year}`
}

/** 'March 2025'. */
export const sayMonth = (year: number, month: number): string => `${MONTHS[month - 1]} ${year}`
