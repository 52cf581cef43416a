import { type Lexeme, pastHyphen } from './lexemes.ts'
import { type Numeral, tidy } from './numeral.ts'
import { tableOf } from './table.ts'

/** Scale words; 'hundred' multiplies too. */
export const SCALES: ReadonlyMap<string, number> = new Map([
  ['hundred', 1e2],
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
  ['trillion', 1e12],
  ['mln', 1e6],
  ['mio', 1e6],
  ['mn', 1e6],
  ['bln', 1e9],
  ['bn', 1e9],
  ['tn', 1e12],
  ['trn', 1e12],
  ['lakh', 1e5],
  ['lakhs', 1e5],
  ['lac', 1e5],
  ['crore', 1e7],
  ['crores', 1e7],
])

/** Letters that are a scale behind an amount of money. */
const LETTERS = tableOf({ k: 1e3, m: 1e6, b: 1e9, t: 1e12, cr: 1e7 })

/** Applies the scale that follows a number ('bn', 'million', 'hundred thousand', and for money 'm', 'b', 'k'). `null` where number and scale together make no sense ('8,500 thousand'). */
export function readScale(lexemes: readonly Lexeme[], numeral: Numeral, isMoney: boolean): Numeral | null {
  let { next } = numeral
  let scale = 1
  for (let steps = 0; steps < 2; steps++) {
    const at = pastHyphen(lexemes, next)
    const word = lexemes[at]
    if (word?.sort !== 'word') break
    const mayBeLetter = isMoney && at === next && scale === 1 && (!word.spaced || word.lower === 'm')
    const letter = mayBeLetter ? LETTERS[word.lower] : undefined
    const named = SCALES.get(word.lower) ?? letter
    if (named === undefined || scale > 1e5 || (named === 100 && numeral.value >= 100)) break
    scale *= named
    next = at + 1
    if (letter !== undefined) break
  }
  if (scale === 1) return numeral
  if ((numeral.grouped && scale <= 1e3) || numeral.high !== undefined) return null
  return { ...numeral, value: tidy(numeral.value * scale), scale: numeral.scale * scale, next }
}
