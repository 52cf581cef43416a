import { type Lexeme, pastHyphen } from './lexemes.ts'
import type { Numeral } from './numeral.ts'
import { SCALES } from './scales.ts'

const UNITS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'

const SMALL: ReadonlyMap<string, number> = new Map([
  ...UNITS.split(' ').map((word, i) => [word, i] as const),
  ...TENS.split(' ').map((word, i) => [word, (i + 2) * 10] as const),
])

/** Plurals that name no exact number; each stands for itself to ten times itself. */
const VAGUE: ReadonlyMap<string, number> = new Map([
  ['tens', 10],
  ['dozens', 12],
  ['hundreds', 1e2],
  ['thousands', 1e3],
  ['millions', 1e6],
  ['billions', 1e9],
  ['trillions', 1e12],
])

/** The words an exact number may begin with, and those a vague one may, lower case. */
export const EXACT_WORDS: readonly string[] = [...SMALL.keys()]
export const VAGUE_WORDS: readonly string[] = [...VAGUE.keys()]

/** Whether a small number may follow another inside one numeral: 'twenty one', 'hundred five'. */
function fits(last: number, small: number): boolean {
  if (last >= 1000) return small < 1000
  if (last === 100) return small < 100
  return last >= 20 && last < 100 && small > 0 && small < 10
}

/** Whether a lexeme only ties the words of one numeral together: the 'and' of 'hundred and five', the hyphen of 'twenty-one'. */
function isTie(lexemes: readonly Lexeme[], at: number, last: number): boolean {
  const lexeme = lexemes[at]
  const small = SMALL.get(lexemes[at + 1]?.lower ?? '')
  if (small === undefined || last === Infinity) return false
  if (lexeme?.lower === 'and') return last >= 100
  return lexeme?.text === '-' && !lexeme.spaced && last >= 20 && last < 100 && fits(last, small)
}

/** 'twenty-one', 'one hundred and fifty', 'two thousand five hundred'; scales above thousand are read by readScale. */
export function readWords(lexemes: readonly Lexeme[], at: number): Numeral | null {
  let total = 0
  let group = -1
  let last = Infinity
  let i = at
  for (; i < at + 12; i++) {
    const word = lexemes[i]?.lower
    if (word === undefined) break
    const small = SMALL.get(word)
    if (small !== undefined && (i === at || group < 0 || fits(last, small))) {
      group = Math.max(group, 0) + small
      last = small === 0 ? 1 : small
    } else if (word === 'hundred' && group > 0 && group < 100) {
      group *= 100
      last = 100
    } else if (word === 'thousand' && group > 0 && total === 0) {
      total = group * 1000
      group = -1
      last = 1000
    } else if (!isTie(lexemes, i, last)) break
  }
  if (last === Infinity) return null
  const value = total + Math.max(group, 0)
  return { value, next: i, decimals: 0, scale: 1, spelled: true, grouped: false }
}

const BY_HALVES: ReadonlyMap<string, number> = new Map([
  ['half', 0.5],
  ['quarter', 0.25],
])

/** 'two and a half', '-and-a-half': the numeral with its half, where one follows. */
export function withHalf(lexemes: readonly Lexeme[], numeral: Numeral): Numeral {
  let i = numeral.next
  for (const word of ['and', 'a']) {
    i = pastHyphen(lexemes, i)
    if (lexemes[i]?.lower !== word) return numeral
    i++
  }
  i = pastHyphen(lexemes, i)
  const part = BY_HALVES.get(lexemes[i]?.lower ?? '')
  return part === undefined
    ? numeral
    : { ...numeral, value: numeral.value + part, decimals: part === 0.5 ? 1 : 2, next: i + 1 }
}

const SPELLED = { decimals: 0, spelled: true, grouped: false } as const

/** 'dozens', 'hundreds', 'tens of thousands': from the number named to ten times as many. */
export function readVague(lexemes: readonly Lexeme[], at: number): Numeral | null {
  const vague = VAGUE.get(lexemes[at]?.lower ?? '')
  if (vague === undefined) return null
  const of = lexemes[at + 1]?.lower === 'of' ? VAGUE.get(lexemes[at + 2]?.lower ?? '') : undefined
  if (of !== undefined)
    return { ...SPELLED, value: vague * of, high: vague * of * 10, scale: 1, next: at + 3 }
  return vague === 10 ? null : { ...SPELLED, value: vague, high: vague * 10, scale: 1, next: at + 1 }
}

const pastArticle = (lexemes: readonly Lexeme[], at: number): number => {
  const word = lexemes[at]?.lower
  return word === 'a' || word === 'an' ? at + 1 : at
}

/** 'a million', 'a dozen', 'half a dozen', 'half a million', 'a half-billion', 'a quarter of a million'. */
export function readRound(lexemes: readonly Lexeme[], at: number): Numeral | null {
  const begin = pastArticle(lexemes, at)
  const share = BY_HALVES.get(lexemes[begin]?.lower ?? '')
  if (share === undefined && begin === at) return null
  let i = begin
  if (share !== undefined) {
    i = pastHyphen(lexemes, i + 1)
    if (lexemes[i]?.lower === 'of') i++
    i = pastArticle(lexemes, i)
  }
  const word = lexemes[pastHyphen(lexemes, i)]?.lower ?? ''
  const isDozen = word === 'dozen'
  const size = isDozen ? 12 : word.length > 4 ? SCALES.get(word) : undefined
  if (size === undefined) return null
  const next = pastHyphen(lexemes, i) + 1
  return { ...SPELLED, value: size * (share ?? 1), scale: isDozen ? 1 : size, next }
}
