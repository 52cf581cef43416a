import type { Reading } from '../../article/reading.ts'
import { MONTHS } from '../../periods/calendar.ts'
import { remember } from '../../remember.ts'
import { wordsOf } from './words.ts'

/** What a day may be called by: its year, day of the month and month. Nothing for what is no day. */
const wordsOfDay: (day: string) => readonly string[] = remember((day) => {
  const at = Date.parse(`${day}T00:00:00Z`)
  if (Number.isNaN(at)) return []
  const month = MONTHS[new Date(at).getUTCMonth()] ?? ''
  return [day.slice(0, 4), String(Number(day.slice(8))), month.toLowerCase()]
})

/** Words and numerals of an article's dates and of its periods as they may be put, `2024` for 'last year'. */
export function timeWordsOf({ date, periods }: Reading): Set<string> {
  const words = new Set(date === undefined ? [] : wordsOfDay(date))
  for (const { from, to, phrase } of periods) {
    if (from !== undefined) for (const word of wordsOfDay(from)) words.add(word)
    if (to !== undefined) for (const word of wordsOfDay(to)) words.add(word)
    if (phrase !== undefined) for (const word of wordsOf(phrase)) words.add(word)
  }
  if (periods.some(({ relation }) => relation === 'year-before')) {
    for (const { from } of periods) if (from !== undefined) words.add(String(Number(from.slice(0, 4)) - 1))
  }
  return words
}
