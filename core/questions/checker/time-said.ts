import { MONTHS } from '../../periods/calendar.ts'
import { remember } from '../../remember.ts'

/** Parts of a year that a text may name, each a class of its own: two quarters exclude each other, a quarter and a month need not. */
export const PARTS = ['half', 'quarter', 'months', 'month', 'day'] as const
export type Part = (typeof PARTS)[number]

/** The times a text names: its years, and by class the parts of a year. */
export interface TimeSaid {
  readonly years: ReadonlySet<string>
  readonly parts: { readonly [P in Part]: ReadonlySet<string> }
}

const YEAR = /\b(?:19|20)\d\d\b/g
const MONTH = new RegExp(`\\b(?:(\\d{1,2}) )?(${MONTHS.join('|')})(?: (\\d{1,2})(?!\\d))?`, 'g')
const ORDINALS: Readonly<Record<string, string>> = {
  first: '1',
  second: '2',
  third: '3',
  fourth: '4',
  final: '4',
  last: '4',
}
const QUARTER = /\b(first|second|third|fourth|final|last)[ -]quarter\b|\bQ([1-4])\b/gi
const HALF = /\b(first|second)[ -]half\b|\bH([12])\b/gi
const MONTHS_IN_A_ROW = /\b(three|six|nine|five|four|eight|ten|3|6|9) months\b/gi

/** When and by whom something was reported is no time of what is asked. */
const REPORTED = /\b(?:as of|reported in|reported on) (?:\d{1,2} )?(?:[A-Z][a-z]+ )?\d{4}\b/gi

const ordinal = (word: string | undefined, digit: string | undefined): string =>
  digit ?? ORDINALS[(word ?? '').toLowerCase()] ?? ''

/** Most texts say no time at all. */
const MAY_SAY_TIME = /\d|quarter|half|months|[JFMASOND][a-z]{2}/
const NONE: ReadonlySet<string> = new Set()
const NO_TIME: TimeSaid = {
  years: NONE,
  parts: { half: NONE, quarter: NONE, months: NONE, month: NONE, day: NONE },
}

/** The times that a stem, statement or period names, apart from when it was reported. */
export const timeSaidIn: (text: string) => TimeSaid = remember((whole) => {
  if (!MAY_SAY_TIME.test(whole)) return NO_TIME
  const text = /\breported\b|\bas of\b/i.test(whole) ? whole.replace(REPORTED, ' ') : whole
  const hasPart = /quarter|half|months|\b[QH]\d/i.test(text)
  const found = (pattern: RegExp, of: (match: RegExpMatchArray) => string): ReadonlySet<string> =>
    new Set([...text.matchAll(pattern)].map(of).filter((said) => said !== ''))
  const months = [...text.matchAll(MONTH)]
  return {
    years: found(YEAR, ([year]) => year),
    parts: {
      half: !hasPart ? NONE : found(HALF, ([, word, digit]) => ordinal(word, digit)),
      quarter: !hasPart ? NONE : found(QUARTER, ([, word, digit]) => ordinal(word, digit)),
      months: !hasPart ? NONE : found(MONTHS_IN_A_ROW, ([, count]) => (count ?? '').toLowerCase()),
      month: new Set(months.map(([, , month]) => month ?? '')),
      day: new Set(
        months.flatMap(([, before, month, behind]) =>
          before || behind ? `${before ?? behind} ${month}` : [],
        ),
      ),
    },
  }
})

const isApart = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.size > 0 && b.size > 0 && ![...a].some((each) => b.has(each))

/** Whether two texts cannot speak of one time: they name different years, or different parts of one class. */
export function areApart(a: TimeSaid, b: TimeSaid): boolean {
  return isApart(a.years, b.years) || PARTS.some((part) => isApart(a.parts[part], b.parts[part]))
}
