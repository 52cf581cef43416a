import { type Lexeme, pastHyphen } from './lexemes.ts'

/** A number as written, before scale and unit. */
export interface Numeral {
  readonly value: number
  /** Upper end of a vague one: 'dozens', 'tens of thousands'. */
  readonly high?: number
  /** Index behind its last lexeme. */
  readonly next: number
  readonly decimals: number
  readonly scale: number
  readonly spelled: boolean
  /** Whether digits were written in groups ('2,500'). */
  readonly grouped: boolean
}

const UNITS = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
]
const TEENS = ['thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen']
const TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']

const SMALL: ReadonlyMap<string, number> = new Map([
  ...[...UNITS, ...TEENS].map((word, i) => [word, i] as const),
  ...TENS.map((word, i) => [word, (i + 2) * 10] as const),
])

/** Scale words; 'hundred' and 'dozen' multiply too. */
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

const VAGUE: ReadonlyMap<string, number> = new Map([
  ['tens', 10],
  ['dozens', 12],
  ['hundreds', 1e2],
  ['thousands', 1e3],
  ['millions', 1e6],
  ['billions', 1e9],
  ['trillions', 1e12],
])

/** Whether a number may begin with a word (lower case): a cheap test before the full reading. */
export const beginsNumber = (word: string): boolean =>
  SMALL.has(word) || VAGUE.has(word) || word === 'a' || word === 'an' || word === 'half'

const FRACTIONS: Readonly<Record<string, number>> = { '½': 0.5, '¼': 0.25, '¾': 0.75, '⅓': 1 / 3, '⅔': 2 / 3 }

/** Cleans what multiplication does to binary fractions: 31.7 * 1e9 is 31700000000. */
export const tidy = (value: number): number => Number(value.toPrecision(12))

function readFigures(lexemes: readonly Lexeme[], at: number): Numeral | null {
  const lexeme = lexemes[at]
  if (!lexeme) return null
  const dotted =
    lexeme.text === '.' && lexeme.spaced && lexemes[at + 1]?.sort === 'number' && !lexemes[at + 1]?.spaced
  if (dotted) {
    const digits = lexemes[at + 1]?.text ?? ''
    if (!/^\d{1,6}$/.test(digits)) return null
    return {
      value: Number(`0.${digits}`),
      next: at + 2,
      decimals: digits.length,
      scale: 1,
      spelled: false,
      grouped: false,
    }
  }
  if (lexeme.sort !== 'number') return null
  const { digits } = lexeme
  if (!digits) return null
  const half = FRACTIONS[lexemes[at + 1]?.text ?? '']
  if (half !== undefined && !lexemes[at + 1]?.spaced) {
    return { ...digits, value: tidy(digits.value + half), next: at + 2, scale: 1, spelled: false }
  }
  return { ...digits, next: at + 1, scale: 1, spelled: false }
}

/** 'twenty-one', 'one hundred and fifty', 'two thousand five hundred'; scales above thousand are read by readScale. */
function readWords(lexemes: readonly Lexeme[], at: number): Numeral | null {
  let total = 0
  let group = -1
  let last = Infinity
  let i = at
  for (; i < at + 12; i++) {
    const lexeme = lexemes[i]
    if (!lexeme) break
    const small = SMALL.get(lexeme.lower)
    if (small !== undefined && (i === at || group < 0 || fits(last, small))) {
      group = Math.max(group, 0) + small
      last = small === 0 ? 1 : small
    } else if (lexeme.lower === 'hundred' && group > 0 && group < 100) {
      group *= 100
      last = 100
    } else if (lexeme.lower === 'thousand' && group > 0 && total === 0) {
      total = group * 1000
      group = -1
      last = 1000
    } else if (
      lexeme.lower === 'and' &&
      last >= 100 &&
      last < Infinity &&
      SMALL.has(lexemes[i + 1]?.lower ?? '')
    ) {
    } else if (
      lexeme.text === '-' &&
      !lexeme.spaced &&
      last >= 20 &&
      last < 100 &&
      fits(last, SMALL.get(lexemes[i + 1]?.lower ?? '') ?? Infinity)
    ) {
    } else break
  }
  if (last === Infinity) return null
  const value = total + Math.max(group, 0)
  return { value, next: i, decimals: 0, scale: 1, spelled: true, grouped: false }
}

/** Whether a small number may follow another inside one numeral: 'twenty one', 'hundred five'. */
const fits = (last: number, small: number): boolean =>
  last >= 1000
    ? small < 1000
    : last === 100
      ? small < 100
      : last >= 20 && last < 100 && small > 0 && small < 10

/** 'a dozen', 'half a dozen', 'half a million', 'a hundred', 'dozens', 'tens of thousands'. */
function readLoose(lexemes: readonly Lexeme[], at: number): Numeral | null {
  const word = lexemes[at]?.lower ?? ''
  const rest = { decimals: 0, spelled: true, grouped: false }
  const vague = VAGUE.get(word)
  if (vague !== undefined) {
    const of = lexemes[at + 1]?.lower === 'of' ? VAGUE.get(lexemes[at + 2]?.lower ?? '') : undefined
    if (of !== undefined) return { ...rest, value: vague * of, high: vague * of * 10, scale: 1, next: at + 3 }
    return word === 'tens' ? null : { ...rest, value: vague, high: vague * 10, scale: 1, next: at + 1 }
  }
  const half = word === 'half'
  const article = half ? at + 1 : at
  if (!/^an?$/.test(lexemes[article]?.lower ?? '')) return null
  const noun = lexemes[pastHyphen(lexemes, article + 1)]
  const scale = noun?.lower === 'dozen' ? 12 : SCALES.get(noun?.lower ?? '')
  if (scale === undefined || noun === undefined || noun.lower.length < 5) return null
  const next = article + 2
  const value = half ? scale / 2 : scale
  // The number is 'million'; the article before it is grammar, and stays outside only of 'a dozen'.
  return { ...rest, value, scale: noun.lower === 'dozen' ? 1 : scale, next }
}

/** The number that begins at a lexeme, in digits or words, without its scale; null where none does. */
export const readNumeral = (lexemes: readonly Lexeme[], at: number): Numeral | null =>
  readFigures(lexemes, at) ?? readWords(lexemes, at) ?? readLoose(lexemes, at)

const LETTERS: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, b: 1e9, t: 1e12 }

/** Applies the scale that follows a number ('bn', 'million', 'hundred thousand', and for money 'm', 'b', 'k'). `null` where number and scale together make no sense ('8,500 thousand'). */
export function readScale(lexemes: readonly Lexeme[], numeral: Numeral, isMoney: boolean): Numeral | null {
  let { next } = numeral
  let scale = 1
  for (let steps = 0; steps < 2; steps++) {
    const at = pastHyphen(lexemes, next)
    const word = lexemes[at]
    if (word?.sort !== 'word') break
    const letter =
      isMoney && (!word.spaced || word.lower === 'm') && at === next && scale === 1
        ? LETTERS[word.lower]
        : undefined
    const named = SCALES.get(word.lower) ?? letter
    if (named === undefined || (scale > 1 && scale > 1e5)) break
    if (named === 100 && numeral.value >= 100) break
    scale *= named
    next = at + 1
    // Dots end abbreviations of scales only in passing: '5 mln. dollars'.
    if (letter !== undefined) break
  }
  if (scale === 1) return numeral
  if (numeral.grouped && scale <= 1e3) return null
  if (numeral.high !== undefined) return null
  return { ...numeral, value: tidy(numeral.value * scale), scale: numeral.scale * scale, next }
}
