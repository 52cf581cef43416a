import { readCounted } from './counted-noun.ts'
import { readCurrencyAfter, readCurrencyBefore, readCurrencyEcho } from './currencies.ts'
import { type Lexeme, pastHyphen, wordsAt } from './lexemes.ts'
import { type Numeral, readNumeral, readScale, tidy } from './numbers.ts'
import type { QuantityKind } from './quantity.ts'
import { readMeasure } from './units.ts'

/** One number with the scale and unit written beside it; a counted noun is not read yet. */
export interface Figure {
  readonly first: number
  /** Index behind its last lexeme. */
  readonly next: number
  readonly numeral: Numeral
  readonly value: number
  readonly high?: number
  readonly kind: QuantityKind
  /** Absent where no unit stands beside it. */
  readonly unit?: string
  /** Whether the unit stands before the number ('$5'). */
  readonly isLed: boolean
}

const POINTS = /^(?:pp|ppt|ppts|pps)$/
const BASIS = /^(?:bp|bps|bips)$/

interface Unit {
  readonly kind: QuantityKind
  readonly unit: string
  readonly next: number
}

/** '%', 'per cent', 'percentage points', 'basis points', 'x', '-fold'. */
function readRatio(lexemes: readonly Lexeme[], at: number): Unit | null {
  const from = pastHyphen(lexemes, at)
  const word = lexemes[from]
  if (!word) return null
  const points = (next: number, size: number): Unit => ({ kind: 'points', unit: 'pp', next: next + size })
  if (word.text === '%') {
    const then = pastHyphen(lexemes, from + 1)
    return /^points?$/.test(lexemes[then]?.lower ?? '')
      ? points(then, 1)
      : { kind: 'percent', unit: '%', next: from + 1 }
  }
  if (word.sort !== 'word') return null
  if (wordsAt(lexemes, from, ['per', 'cent']) || wordsAt(lexemes, from, ['per', 'cents'])) {
    return /^points?$/.test(lexemes[from + 2]?.lower ?? '')
      ? points(from, 3)
      : { kind: 'percent', unit: '%', next: from + 2 }
  }
  if (
    word.lower === 'percentage' ||
    word.lower === 'percent' ||
    word.lower === 'pct' ||
    word.lower === 'pc'
  ) {
    const then = pastHyphen(lexemes, from + 1)
    if (/^points?$/.test(lexemes[then]?.lower ?? '')) return points(then, 1)
    return word.lower === 'percentage' ? null : { kind: 'percent', unit: '%', next: from + 1 }
  }
  if (word.lower === 'p' && wordsAt(lexemes, from, ['p', '.', 'c', '.']))
    return { kind: 'percent', unit: '%', next: from + 4 }
  if (POINTS.test(word.lower)) return points(from, 1)
  if (BASIS.test(word.lower)) return { kind: 'basis-points', unit: 'bp', next: from + 1 }
  if (word.lower === 'basis') {
    const then = pastHyphen(lexemes, from + 1)
    if (/^points?$/.test(lexemes[then]?.lower ?? ''))
      return { kind: 'basis-points', unit: 'bp', next: then + 1 }
  }
  if (word.lower === 'x' && !word.spaced && lexemes[from + 1]?.sort !== 'number')
    return { kind: 'multiple', unit: 'x', next: from + 1 }
  if (word.lower === 'fold' && from > at) return { kind: 'multiple', unit: 'x', next: from + 1 }
  return null
}

const COMPARED =
  /^(?:the|as|more|higher|larger|bigger|greater|faster|fewer|less|lower|its|their|his|her|what|that|earnings|sales|revenue|revenues|profit|profits|book|income|annual|forward|oversubscribed|over|ebitda|expected|forecast|last|this)$/

/** 'three times as many', '6.5 times earnings'; three times in a row is a count. */
function readTimes(lexemes: readonly Lexeme[], at: number): Unit | null {
  if (lexemes[pastHyphen(lexemes, at)]?.lower !== 'times') return null
  const next = pastHyphen(lexemes, at) + 1
  return COMPARED.test(lexemes[next]?.lower ?? '')
    ? { kind: 'multiple', unit: 'x', next }
    : { kind: 'count', unit: 'time', next }
}

/** The unit behind a number, whatever it is. */
function readUnit(lexemes: readonly Lexeme[], { next, value, scale }: Numeral): Unit | null {
  const ratio = readRatio(lexemes, next)
  if (ratio) return ratio
  const money = readCurrencyAfter(lexemes, next, scale >= 1e3, value)
  if (money) return { kind: 'money', ...money }
  const times = readTimes(lexemes, next)
  if (times) return times
  const measure = readMeasure(lexemes, next)
  return measure && { kind: 'count', ...measure }
}

/** Whether the sign before a number makes it negative: '-0.3%', 'minus 5', but not the hyphen of a range or a name. */
function signBefore(lexemes: readonly Lexeme[], at: number): { size: number; sign: -1 | 1 } | null {
  const mark = lexemes[at - 1]
  const number = lexemes[at]
  if (mark?.lower === 'minus') return { size: 1, sign: -1 }
  if (mark?.text === '-' && lexemes[at - 2]?.lower === 'minus') return { size: 2, sign: -1 }
  if (!mark || !number || number.spaced) return null
  if (mark.text === '-' && (mark.spaced || lexemes[at - 2]?.text === '(')) return { size: 1, sign: -1 }
  return null
}

const HEIGHT = /^(?:high|tall|long|wide|deep|above|below|away|from|in|of|to|and|or|at|on|off)$/

/** Letters behind a number that are a scale only when something countable follows: '4.3m cars', '10k people'. A lone '3M' is a company, '37m' a length. */
function readCountScale(lexemes: readonly Lexeme[], numeral: Numeral): Numeral {
  const [letter, after] = [lexemes[numeral.next], lexemes[numeral.next + 1]]
  if (letter?.sort !== 'word' || letter.spaced || !/^[mkbMB]$/.test(letter.text) || numeral.spelled)
    return numeral
  if (!after?.spaced || HEIGHT.test(after.lower)) return numeral
  const isCounted =
    readCounted(lexemes, numeral.next + 1, false) !== null && !(letter.text === 'M' && numeral.value === 3)
  const isLikely = letter.text === 'M' && numeral.decimals > 0 && /^[a-z]/.test(after.text)
  return isCounted || isLikely ? (readScale(lexemes, numeral, true) ?? numeral) : numeral
}

/** The figure that begins at a lexeme, or null. Nothing here knows whether the place makes it a name or a date. */
export function readFigure(lexemes: readonly Lexeme[], at: number, shared?: string): Figure | null {
  const money = readCurrencyBefore(lexemes, at)
  if (money) {
    const negative = lexemes[money.next]?.text === '-' && !lexemes[money.next]?.spaced
    const numeral = readNumeral(lexemes, negative ? money.next + 1 : money.next)
    if (numeral && !numeral.spelled && !(numeral.value > 0 && isGluedWrong(lexemes, at, money.next))) {
      const scaled = readScale(lexemes, numeral, true)
      if (!scaled) return null
      const small = /^cents?$/.test(lexemes[scaled.next]?.lower ?? '') && scaled.scale === 1
      const echo = readCurrencyEcho(lexemes, scaled.next, money.unit)
      const sign = negative || signBefore(lexemes, at)?.sign === -1 ? -1 : 1
      if (small) return null
      return {
        first: at,
        next: echo.next,
        numeral: scaled,
        value: sign * scaled.value,
        kind: 'money',
        unit: echo.unit,
        isLed: true,
      }
    }
    if (lexemes[at]?.sort === 'mark') return null
  }
  const numeral = readNumeral(lexemes, at)
  if (!numeral) return null
  const sharing = shared === undefined ? null : readShared(lexemes, at, numeral, shared)
  if (sharing) return sharing
  const named = readScale(lexemes, numeral, false)
  if (!named) return null
  const scaled = named.scale > 1 ? named : readCountScale(lexemes, named)
  const money2 = scaled === named && named.scale === 1 ? scaledMoney(lexemes, numeral) : null
  const sign = signBefore(lexemes, at)?.sign ?? 1
  const unit = money2 ? null : readUnit(lexemes, scaled)
  const base = { first: at, isLed: false, ...(scaled.high === undefined ? {} : { high: scaled.high }) }
  if (money2) return { ...base, ...money2, value: sign * money2.value }
  if (!unit) return { ...base, next: scaled.next, numeral: scaled, value: sign * scaled.value, kind: 'count' }
  return {
    ...base,
    next: unit.next,
    numeral: scaled,
    value: tidy(sign * scaled.value),
    kind: unit.kind,
    unit: unit.unit,
  }
}

/** The other end of a range of money may leave out its mark but not its scale: '$779m-798m'. */
function readShared(lexemes: readonly Lexeme[], at: number, numeral: Numeral, unit: string): Figure | null {
  const scaled = numeral.spelled ? null : readScale(lexemes, numeral, true)
  if (!scaled || scaled.scale === 1 || lexemes[scaled.next - 1]?.spaced !== false) return null
  return {
    first: at,
    next: scaled.next,
    numeral: scaled,
    value: scaled.value,
    kind: 'money',
    unit,
    isLed: false,
  }
}

/** '143m euros', '30b yen': a letter scale with the currency behind it. */
function scaledMoney(
  lexemes: readonly Lexeme[],
  numeral: Numeral,
): { next: number; numeral: Numeral; value: number; kind: 'money'; unit: string } | null {
  if (numeral.spelled || lexemes[numeral.next]?.spaced) return null
  const scaled = readScale(lexemes, numeral, true)
  if (!scaled || scaled.scale === 1) return null
  const money = readCurrencyAfter(lexemes, scaled.next, true, scaled.value)
  return money && { next: money.next, numeral: scaled, value: scaled.value, kind: 'money', unit: money.unit }
}

/** 'CHF' and the like need a space or the number directly; a mark far from its number is no prefix. */
function isGluedWrong(lexemes: readonly Lexeme[], at: number, next: number): boolean {
  const number = lexemes[next]
  const prefix = lexemes[at]
  if (!number || !prefix) return true
  return number.start - prefix.end > 6
}
