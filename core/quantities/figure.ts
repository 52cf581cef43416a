import { readCounted } from './counted-noun.ts'
import { readCurrencyAfter, readCurrencyBefore, readCurrencyEcho } from './currencies.ts'
import { type Lexeme, pastHyphen, wordsAt } from './lexemes.ts'
import { readNumeral } from './numbers.ts'
import { type Numeral, tidy } from './numeral.ts'
import type { QuantityKind } from './quantity.ts'
import { readScale, SCALES } from './scales.ts'
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
  /** Whether a plus behind it says 'or more'. */
  readonly isOpen?: boolean
}

const POINTS = /^(?:pp|ppt|ppts|pps)$/
const BASIS = /^(?:bp|bps|bips)$/

interface Unit {
  readonly kind: QuantityKind
  readonly unit: string
  readonly next: number
}

const points = (next: number, size: number): Unit => ({ kind: 'points', unit: 'pp', next: next + size })

/** '%', 'per cent', 'percentage points', 'basis points', 'x', '-fold'. */
function readRatio(lexemes: readonly Lexeme[], at: number): Unit | null {
  const from = pastHyphen(lexemes, at)
  const word = lexemes[from]
  if (!word) return null
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
function readUnit(lexemes: readonly Lexeme[], { next, value, scale, high }: Numeral): Unit | null {
  // 'tens of millions of dollars'
  if (high !== undefined && lexemes[next]?.lower === 'of') {
    const vague = readCurrencyAfter(lexemes, next + 1, true, value)
    return vague && { kind: 'money', ...vague }
  }
  const ratio = readRatio(lexemes, next)
  if (ratio) return ratio
  const money = readCurrencyAfter(lexemes, next, scale >= 1e3, value)
  if (money) return { kind: 'money', ...money }
  const times = readTimes(lexemes, next)
  if (times) return times
  const measure = readMeasure(lexemes, next)
  return measure && { kind: 'count', ...measure }
}

/** How many lexemes a minus sign before a number takes: '-0.3%', 'minus 5', 'minus-5'; 0 where none stands. The hyphen of a range or a name is none. */
function signSize(lexemes: readonly Lexeme[], at: number): number {
  const [sign, after] = [lexemes[at], lexemes[at + 1]]
  if (sign?.lower === 'minus') return after?.text === '-' ? 2 : 1
  const isSign =
    sign?.text === '-' && after?.spaced === false && (sign.spaced || lexemes[at - 1]?.text === '(')
  return isSign && (after.sort === 'number' || /[$£€¥]/.test(after.text)) ? 1 : 0
}

const HEIGHT = /^(?:high|tall|long|wide|deep|above|below|away|from|in|of|to|and|or|at|on|off)$/

/** Whether what stands behind a number and a letter can be counted, so that the letter is a scale: 'cars', '-2m customers'. */
function isCountable(lexemes: readonly Lexeme[], at: number, letter: string): boolean {
  const after = lexemes[at]
  if (!after) return false
  if ((after.text === '-' || after.lower === 'to') && lexemes[at + 1]?.sort === 'number') {
    return (
      lexemes[at + 2]?.text === letter && !lexemes[at + 2]?.spaced && isCountable(lexemes, at + 3, letter)
    )
  }
  if (!after.spaced || HEIGHT.test(after.lower)) return false
  return readCounted(lexemes, at, false) !== null || readMeasure(lexemes, at) !== null
}

const TALL = /^(?:high|tall|long|wide|deep|above|below|away)$/
const COUNTS = /^(?:number|numbers|numbered|numbering)$/
const SET_BESIDE = /^(?:from|to|than|the|against)$/

/** Whether a number with a letter is a count that leaves out what it counts: 'subscribers numbered 263m', and in that sentence 'from 236m', or behind '675m users' 'than the 602m of May'. */
function isBareCount(lexemes: readonly Lexeme[], at: number, letter: Lexeme, next: number): boolean {
  const isCounting = (i: number): boolean => COUNTS.test(lexemes[i - 1]?.lower ?? '')
  if (TALL.test(lexemes[next]?.lower ?? '')) return false
  if (isCounting(at)) return true
  if (!SET_BESIDE.test(lexemes[at - 1]?.lower ?? '')) return false
  return lexemes.some(
    ({ sort }, i) =>
      sort === 'number' &&
      i < at &&
      lexemes[i + 1]?.text === letter.text &&
      !lexemes[i + 1]?.spaced &&
      (isCounting(i) || isCountable(lexemes, i + 2, letter.text)),
  )
}

/** Letters behind a number that are a scale only when something countable follows, or is told elsewhere: '4.3m cars', '10k people'. A lone '3M' is a company, '37m' a length. */
function readCountScale(lexemes: readonly Lexeme[], at: number, numeral: Numeral): Numeral {
  const [letter, after] = [lexemes[numeral.next], lexemes[numeral.next + 1]]
  if (letter?.sort !== 'word' || letter.spaced || !/^[mkbMB]$/.test(letter.text) || numeral.spelled)
    return numeral
  if (isBareCount(lexemes, at, letter, numeral.next + 1)) return readScale(lexemes, numeral, true) ?? numeral
  const isCounted =
    isCountable(lexemes, numeral.next + 1, letter.text) && !(letter.text === 'M' && numeral.value === 3)
  const isLikely = letter.text === 'M' && numeral.decimals > 0 && after?.spaced && /^[a-z]/.test(after.text)
  return isCounted || isLikely ? (readScale(lexemes, numeral, true) ?? numeral) : numeral
}

/** The index behind a plus that says 'or more': '40+ brands', '30-plus countries', '$1bn-plus'; null where none stands. */
function pastPlus(lexemes: readonly Lexeme[], at: number): number | null {
  const mark = lexemes[at]
  if (mark?.text === '+' && !mark.spaced && lexemes[at + 1]?.sort !== 'number') return at + 1
  return mark?.text === '-' && !mark.spaced && lexemes[at + 1]?.lower === 'plus' ? at + 2 : null
}

/** The figure that begins at a lexeme, or null. Nothing here knows whether the place makes it a name or a date. `shared`: the currency of a range's first end, which its second may leave out. */
export function readFigure(lexemes: readonly Lexeme[], at: number, shared?: string): Figure | null {
  const sign = signSize(lexemes, at)
  const from = at + sign
  const money = readCurrencyBefore(lexemes, from)
  const figure =
    (money && readLedMoney(lexemes, from, money)) ??
    (money && lexemes[from]?.sort === 'mark' ? null : readUnled(lexemes, from, shared))
  if (!figure || sign === 0) return figure
  return { ...figure, first: at, value: -figure.value }
}

/** '$38bn', '$-50.8bn', 'Rmb61.5bn', '$31.20 US'. */
function readLedMoney(
  lexemes: readonly Lexeme[],
  at: number,
  money: { unit: string; next: number },
): Figure | null {
  const sign = lexemes[money.next]?.text === '-' && lexemes[money.next]?.spaced === false ? 1 : 0
  const number = lexemes[money.next + sign]
  // A mark far from its number is no prefix.
  if (!number || number.start - (lexemes[at] as Lexeme).end > 6) return null
  const numeral = readNumeral(lexemes, money.next + sign)
  const scaled = numeral && !numeral.spelled ? readScale(lexemes, numeral, true) : null
  if (!scaled) return null
  // 'R12.5bn' is rand; 'R5' is more often a name.
  if (money.unit === 'ZAR' && lexemes[at]?.text === 'R' && scaled.scale < 1e6) return null
  const plus = pastPlus(lexemes, scaled.next)
  const echo = readCurrencyEcho(lexemes, plus ?? scaled.next, money.unit)
  const value = sign === 1 ? -scaled.value : scaled.value
  return {
    first: at,
    next: echo.next,
    numeral: scaled,
    value,
    kind: 'money',
    unit: echo.unit,
    isLed: true,
    ...(plus === null ? {} : { isOpen: true }),
  }
}

/** A figure whose unit, if it has one, stands behind it. */
function readUnled(lexemes: readonly Lexeme[], at: number, shared: string | undefined): Figure | null {
  const numeral = readNumeral(lexemes, at)
  if (!numeral) return null
  const glued = shared === undefined ? null : readShared(lexemes, at, numeral, shared)
  if (glued) return glued
  const named = readScale(lexemes, numeral, false)
  if (!named) return null
  if (named.scale === 1) {
    const money = readLetterMoney(lexemes, at, numeral)
    if (money) return money
  }
  const plain = named.scale > 1 ? named : readCountScale(lexemes, at, named)
  const plus = pastPlus(lexemes, plain.next)
  const unit = readUnit(lexemes, plus === null ? plain : { ...plain, next: plus })
  const { scaled, next } = readScaleBehind(lexemes, plain, unit)
  return {
    first: at,
    next: next ?? plus ?? scaled.next,
    numeral: scaled,
    value: scaled.value,
    ...(plus === null ? {} : { isOpen: true }),
    ...(scaled.high === undefined ? {} : { high: scaled.high }),
    kind: unit?.kind ?? 'count',
    ...(unit === null ? {} : { unit: unit.unit }),
    isLed: false,
  }
}

/** '75 USD million': the scale may stand behind the currency's code. */
function readScaleBehind(
  lexemes: readonly Lexeme[],
  numeral: Numeral,
  unit: Unit | null,
): { scaled: Numeral; next?: number } {
  if (!unit) return { scaled: numeral }
  const scale =
    unit.kind === 'money' && numeral.scale === 1 ? SCALES.get(lexemes[unit.next]?.lower ?? '') : undefined
  if (scale === undefined || scale < 1e6) return { scaled: numeral, next: unit.next }
  return { scaled: { ...numeral, value: tidy(numeral.value * scale), scale }, next: unit.next + 1 }
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
function readLetterMoney(lexemes: readonly Lexeme[], at: number, numeral: Numeral): Figure | null {
  if (numeral.spelled || lexemes[numeral.next]?.spaced !== false) return null
  const scaled = readScale(lexemes, numeral, true)
  if (!scaled || scaled.scale === 1) return null
  const money = readCurrencyAfter(lexemes, scaled.next, true, scaled.value)
  if (!money) return null
  const { next, unit } = money
  return { first: at, next, numeral: scaled, value: scaled.value, kind: 'money', unit, isLed: false }
}
