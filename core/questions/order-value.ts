import { remember } from '../remember.ts'
import type { Key } from './ask.ts'

const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
)

/** What a word says of a month, in full or by its first three letters: 1 for January. */
const MONTH_NUMBERS: ReadonlyMap<string, number> = new Map(
  MONTHS.flatMap((name, index) => [
    [name, index + 1],
    [name.slice(0, 3), index + 1],
  ]),
)

/** A date or year as a number that grows with time (20250316 for '16 March 2025', 20200000 for '2020'); null where the text is neither. Options are asked for theirs again and again. */
export const dateValue: (text: string) => number | null = remember((text) => {
  const words = text.toLowerCase().match(/[a-z]+|\d+/g) ?? []
  if (words.length > 4) return null
  let year = 0
  let month = 0
  let day = 0
  for (const word of words) {
    const number = Number(word)
    const named = MONTH_NUMBERS.get(word) ?? 0
    if (named > 0 && month === 0) month = named
    else if (/^\d{4}$/.test(word) && year === 0) year = number
    else if (number >= 1 && number <= 31 && day === 0) day = number
    else if (word !== 'th' && word !== 'st' && word !== 'nd' && word !== 'rd' && word !== 'of') return null
  }
  if (month === 0 && (year === 0 || day !== 0)) return null
  return year * 10000 + month * 100 + day
})

/** Where a key stands among others of its sort, or null where its sort has no order. */
export function orderValue(key: Key): number | null {
  if (key.type === 'figure') return key.value
  return key.sort === 'date' || key.sort === 'year' ? dateValue(key.text) : null
}
