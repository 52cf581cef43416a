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

const QUARTER =
  /^(?:the )?(first|second|third|fourth|final|last|1st|2nd|3rd|4th) quarter(?: of ((?:19|20)\d\d))?$|^Q([1-4])(?: ((?:19|20)\d\d))?$/i
const ORDINALS = ['first', 'second', 'third', 'fourth']
/** A quarter stands behind the days of its first month: no month and no day is the same as a quarter. */
const QUARTER_DAY = 99

/** A quarter as such a number; null where the text is none. */
function quarterValue(text: string): number | null {
  const match = QUARTER.exec(text.trim())
  if (!match) return null
  const [, word = '', year = '0', digit, yearBehind] = match
  const named = ORDINALS.indexOf(word.toLowerCase()) + 1 || Number.parseInt(word, 10) || ORDINALS.length
  const quarter = digit === undefined ? named : Number(digit)
  return Number(yearBehind ?? year) * 10000 + (3 * quarter - 2) * 100 + QUARTER_DAY
}

/** A date, quarter or year as a number that grows with time (20250316 for '16 March 2025', 20200000 for '2020'); null where the text is neither. Options are asked for theirs again and again. */
export const dateValue: (text: string) => number | null = remember((text) => {
  const quarter = quarterValue(text)
  if (quarter !== null) return quarter
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
