import type { Lexeme } from './lexemes.ts'
import { readRound, readVague, readWords, withHalf } from './number-words.ts'
import { type Numeral, tidy } from './numeral.ts'
import { tableOf } from './table.ts'

const SIGNS = tableOf({ '½': 0.5, '¼': 0.25, '¾': 0.75, '⅓': 0.33333, '⅔': 0.66667 })

/** What halves and quarters come in, written with a stroke. */
const BELOW: ReadonlySet<number> = new Set([2, 3, 4, 8, 16, 32])

/** '1/2' in three lexemes, as in '10 1/2 miles'; null where the numbers make a date or a score. */
function readStroke(lexemes: readonly Lexeme[], at: number): number | null {
  const [above, stroke, below] = [lexemes[at], lexemes[at + 1], lexemes[at + 2]]
  if (above?.sort !== 'number' || below?.sort !== 'number') return null
  if ((stroke?.text !== '/' && stroke?.text !== '⁄') || stroke.spaced || below.spaced) return null
  const [top, bottom] = [Number(above.text), Number(below.text)]
  if (!BELOW.has(bottom) || !(top >= 1 && top < bottom) || /^[/\d]/.test(lexemes[at + 3]?.text ?? ''))
    return null
  return tidy(Number((top / bottom).toPrecision(5)))
}

const inDigits = (value: number, decimals: number, next: number): Numeral => ({
  value,
  next,
  decimals,
  scale: 1,
  spelled: false,
  grouped: false,
})

function readFigures(lexemes: readonly Lexeme[], at: number): Numeral | null {
  const [lexeme, after] = [lexemes[at], lexemes[at + 1]]
  if (lexeme?.sort === 'mark') {
    // '.5 per cent'
    const isPoint = lexeme.text === '.' && lexeme.spaced && after?.sort === 'number' && !after.spaced
    if (isPoint)
      return /^\d{1,6}$/.test(after.text)
        ? inDigits(Number(`0.${after.text}`), after.text.length, at + 2)
        : null
    const sign = SIGNS[lexeme.text]
    return sign === undefined ? null : inDigits(sign, 2, at + 1)
  }
  const digits = lexeme?.digits
  if (!digits) return null
  const sign = after?.spaced === false ? SIGNS[after.text] : undefined
  if (sign !== undefined) return inDigits(tidy(digits.value + sign), 2, at + 2)
  const stroke =
    digits.decimals === 0 && !digits.grouped && after?.spaced ? readStroke(lexemes, at + 1) : null
  if (stroke !== null) return inDigits(tidy(digits.value + stroke), 2, at + 4)
  const { value, decimals, grouped } = digits
  return { value, decimals, grouped, next: at + 1, scale: 1, spelled: false }
}

/** The number that begins at a lexeme, in digits or words, without its scale; null where none does. */
export function readNumeral(lexemes: readonly Lexeme[], at: number): Numeral | null {
  const exact = readFigures(lexemes, at) ?? readWords(lexemes, at)
  return exact ? withHalf(lexemes, exact) : (readVague(lexemes, at) ?? readRound(lexemes, at))
}
