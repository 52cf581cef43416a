import {
  isoDay,
  MONTHS,
  monthStretch,
  partsOf,
  type Stretch,
  sayDay,
  sayMonth,
  yearStretch,
} from './calendar.ts'

/** A day, month or year as written; parts the text leaves out are absent. */
export interface Point {
  readonly year?: number
  readonly month?: number
  readonly day?: number
  /** 'last year', 'this year', 'next year' in place of the year. */
  readonly near?: -1 | 0 | 1
}

/** The number of a month (from 1) by its name or its first three letters; null where it is none. */
export function monthOf(word: string): number | null {
  const index = MONTHS.findIndex((name) => name.slice(0, 3) === word.slice(0, 3))
  return index < 0 ? null : index + 1
}

/** Reads '24 December 2004', 'December 24', 'March 2025', '2024'. The words are known to be one of these. */
export function readPoint(words: string): Point {
  const month = /[A-Z][a-z]{2}/.exec(words)
  const year = /(?<!\d)\d{4}(?!\d)/.exec(words)
  const day = /(?<!\d)\d{1,2}(?!\d)/.exec(words)
  const number = month ? monthOf(month[0]) : null
  const near = /(last|this|next) year/.exec(words)?.[1]
  return {
    ...(year ? { year: Number(year[0]) } : {}),
    ...(near === undefined ? {} : { near: near === 'last' ? -1 : near === 'next' ? 1 : 0 }),
    ...(number ? { month: number } : {}),
    ...(day && number ? { day: Number(day[0]) } : {}),
  }
}

const AHEAD =
  /\b(?:will|would|shall|due|expects? (?:to|that)|expected (?:to|in|on|by)|plans? (?:to|for)|planned for|scheduled|set to|aims? to|upcoming|to be|going to|could|may|might)\b/i
const UNTIL =
  /\w (?:next|by|until|till)(?: (?:the (?:end|start|beginning|close) of|early|mid|late|mid-))?\s?$/i

/** Whether the words before a date speak of what is still to come, in the same breath. */
export const isAhead = (before: string): boolean => {
  const breath =
    before
      .slice(-60)
      .split(/[.;:,]\s/)
      .at(-1) ?? ''
  return AHEAD.test(breath) || UNTIL.test(breath)
}

/** What is longer ago, or further ahead, than so many months is seldom told without its year: it may be of the year that the article has just spoken of. */
const LONG_AGO = 7

/** The point with the year it leaves out: the latest such month or day not after the article's date, or the next one where the words look ahead. Null where neither text nor date settles it. */
export function settle(point: Point, date: string | undefined, ahead: boolean): Point | null {
  if (point.year !== undefined || point.month === undefined) return point.year === undefined ? null : point
  if (date === undefined) return null
  const today = partsOf(date)
  if (point.near !== undefined) return { ...point, year: today.year + point.near }
  const order = point.month * 100 + (point.day ?? 0)
  const now = today.month * 100 + (point.day === undefined ? 0 : today.day)
  const step = ahead ? (order >= now ? 0 : 1) : order <= now ? 0 : -1
  const away = today.month - point.month - 12 * step
  if (away > LONG_AGO || -away > LONG_AGO) return null
  return { ...point, year: today.year + step }
}

/** First and last day of a settled point; null where there is no such day. */
export function stretchOf({ year, month, day }: Point): Stretch | null {
  if (year === undefined) return null
  if (month === undefined) return yearStretch(year)
  if (day === undefined) return monthStretch(year, month)
  const iso = isoDay(year, month, day)
  return iso === null ? null : { from: iso, to: iso }
}

/** '16 March 2025', 'March 2025' or '2025'. */
export function sayPoint({ year, month, day }: Point): string {
  if (year === undefined) return ''
  if (month === undefined) return String(year)
  const iso = day === undefined ? null : isoDay(year, month, day)
  return iso === null ? sayMonth(year, month) : sayDay(iso)
}
