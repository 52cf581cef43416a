import type { Reading } from '../../article/reading.ts'
import { MONTHS } from '../../periods/calendar.ts'
import type { Rival } from '../ask.ts'
import { phrase } from './names.ts'

const MONTH = new RegExp(`\\b(?:${MONTHS.join('|')})\\b`)
/** Steps by which a date is moved to make a wrong one. */
const STEPS = [-2, 1, -1, 2]

/** Wrong dates of the same form: those the article gives for something else, then the same day in another month, or another year. */
export function dateRivals({ text, periods }: Reading, key: string): Rival[] {
  const form = formOf(key)
  const others = new Set(
    periods
      .map(({ start, end }) => text.slice(start, end).replace(/\s+/g, ' '))
      .filter((each) => each !== key && formOf(each) === form),
  )
  const stated = [...others].map(
    (each): Rival => ({
      key: phrase(sortOf(each), each),
      why: `${each} stands elsewhere in the article, for something else.`,
      source: 'article',
    }),
  )
  const moved = STEPS.map((step) => movedBy(key, step)).filter((each) => each !== key && !others.has(each))
  return [
    ...stated,
    ...moved.map(
      (each): Rival => ({
        key: phrase(sortOf(each), each),
        why: `The article gives ${key}; ${each} is not a date it names for this.`,
        source: 'computed',
      }),
    ),
  ]
}

const sortOf = (date: string): 'year' | 'date' => (/^\d{4}$/.test(date) ? 'year' : 'date')

/** What a date is made of: '6 January' and '19 March' are alike, 'March 2016' is not. */
const formOf = (date: string): string =>
  date
    .replace(MONTH, 'M')
    .replace(/\d{4}/, 'Y')
    .replace(/\d{1,2}/, 'D')

function movedBy(date: string, step: number): string {
  const month = MONTH.exec(date)?.[0]
  if (month === undefined) return date.replace(/\d{4}/, (year) => String(Number(year) + step))
  const at = MONTHS.findIndex((name) => name === month)
  return date.replace(month, MONTHS[(at + step + MONTHS.length) % MONTHS.length] ?? month)
}
