import { readCounted } from './counted-noun.ts'
import { type Figure, readFigure } from './figure.ts'
import { readFraction } from './fractions.ts'
import { type Lexeme, pastHyphen } from './lexemes.ts'
import { type Numeral, tidy } from './numbers.ts'
import type { QuantityKind } from './quantity.ts'
import { isRefused } from './refusals.ts'
import { TIME_UNITS } from './units.ts'

/** A figure or a range of two, with its unit. Indices count lexemes. */
export interface Reach {
  readonly first: number
  readonly next: number
  readonly kind: QuantityKind
  readonly unit: string
  readonly value: number
  readonly high?: number
  readonly numeral: Numeral
}

/** What stands here is a number that is no quantity; reading goes on at `skip`. */
export interface Skip {
  readonly skip: number
}

/** Words between the ends of a range. */
function connectorAt(
  lexemes: readonly Lexeme[],
  at: number,
): { kind: 'to' | 'dash' | 'and' | 'or'; next: number } | null {
  const word = lexemes[at]
  if (!word) return null
  if (word.text === '-' && lexemes[at + 1]?.text !== '-') {
    // '200,000 to-260,000' and 'five- to six-year'.
    const to = lexemes[at + 1]?.lower
    if ((to === 'to' || to === 'or') && lexemes[at + 1]?.spaced) return { kind: to, next: at + 2 }
    return { kind: 'dash', next: at + 1 }
  }
  if (word.lower === 'to' || word.lower === 'and' || word.lower === 'or') {
    const hyphen = lexemes[at + 1]
    return { kind: word.lower, next: hyphen?.text === '-' && !hyphen.spaced ? at + 2 : at + 1 }
  }
  return null
}

/** Verbs and nouns that make 'from A to B' a movement with two ends rather than a range. */
const RANGES = /^(?:range|ranges|ranged|ranging|vary|varies|varying|anywhere|priced|prices|homes|runs|run)$/

const isBetween = (lexemes: readonly Lexeme[], first: number): boolean => {
  const before = lexemes[first - 1]?.lower
  return before === 'between' || (before !== undefined && lexemes[first - 2]?.lower === 'between')
}

const isMovement = (lexemes: readonly Lexeme[], first: number): boolean => {
  for (let i = first - 1; i >= Math.max(0, first - 4); i--) {
    const word = lexemes[i]?.lower
    if (word === 'from') return !RANGES.test(lexemes[i - 1]?.lower ?? '')
  }
  return false
}

const sameUnit = (a: Figure, b: Figure): boolean =>
  a.unit === undefined || b.unit === undefined || a.unit === b.unit

/** The second end of the range that `a` begins, and both ends with the scale and unit they share; null where no range stands. */
function readRange(
  lexemes: readonly Lexeme[],
  a: Figure,
  dated: Uint8Array,
): { low: number; high: number; last: Figure; unit?: string; kind: QuantityKind; scale: number } | null {
  if (a.high !== undefined) return null
  const connector = connectorAt(lexemes, a.next)
  if (!connector || dated[connector.next]) return null
  const { kind, next } = connector
  if (kind === 'and' && !isBetween(lexemes, a.first)) return null
  if (kind === 'to' && isMovement(lexemes, a.first)) return null
  const skipped =
    kind !== 'dash' && /^(?:about|around|nearly|almost|up|over|as|much)$/.test(lexemes[next]?.lower ?? '')
      ? 0
      : next
  const b = readFigure(lexemes, skipped === 0 ? next : skipped)
  if (!b || b.high !== undefined || !sameUnit(a, b)) return null
  if (kind === 'or' && !(b.value > a.value && b.value <= a.value * 2 + 1 && a.unit === undefined)) return null
  if (
    kind === 'dash' &&
    (a.numeral.spelled !== b.numeral.spelled ||
      (b.numeral.spelled && a.unit === undefined && b.first === a.next + 1 && false))
  )
    return null
  // '24.2 to 33-35 billion': the dash binds closer.
  if (
    kind !== 'dash' &&
    lexemes[b.next]?.text === '-' &&
    lexemes[b.next + 1]?.sort === 'number' &&
    b.unit === undefined
  )
    return null
  let [low, high] = [a.value, b.value]
  const mayShare = a.numeral.scale === 1 && b.numeral.scale > 1 && !a.numeral.grouped
  if (mayShare) {
    const written = b.value / b.numeral.scale
    if ((!a.isLed || a.value < written) && a.value < 1000 && (a.unit === undefined || a.isLed))
      low = tidy(a.value * b.numeral.scale)
  }
  if (!(high > low)) return null
  // A range in digits alone is a score, a bout of pages or a part number.
  const unit = b.unit ?? a.unit
  if (kind === 'dash' && b.isLed && !a.isLed) return null
  return {
    low,
    high,
    last: b,
    ...(unit === undefined ? {} : { unit }),
    kind: b.unit === undefined ? a.kind : b.kind,
    scale: b.numeral.scale,
  }
}

/** A number alone counts only where something says that it is an amount. */
const LEADING =
  /^(?:by|to|from|at|than|around|about|nearly|almost|over|under|roughly|approximately|of|is|was|be|are|were|some|least|up|below|above|between|reached|reach|hit|averaged|totalled|totaled|another|until)$/

/** Reads the quantity that begins at a lexeme: null where none does, a skip where a number stands that is none. `dated` marks the lexemes of periods. */
export function readReach(lexemes: readonly Lexeme[], at: number, dated: Uint8Array): Reach | Skip | null {
  const fraction = readFraction(lexemes, at)
  if (fraction && !dated[at]) return fraction
  const figure = readFigure(lexemes, at)
  if (!figure) return lexemes[at]?.sort === 'number' ? { skip: at + 1 } : null
  if (dated[at] && !figure.isLed && !TIME_UNITS.has(figure.unit ?? '')) return { skip: figure.next }
  if (figure.first !== at) return null
  const range = readRange(lexemes, figure, dated)
  if (range) {
    const whole: Figure = { ...figure, next: range.last.next, ...(range.unit ? { unit: range.unit } : {}) }
    const named = range.unit === undefined ? countedBehind(lexemes, range.last) : null
    if (
      !isRefused(lexemes, whole) &&
      (range.unit !== undefined || named !== null || isBareRange(lexemes, whole, range.last))
    ) {
      return {
        first: at,
        next: named?.next ?? range.last.next,
        kind: range.kind,
        unit: range.unit ?? named?.unit ?? '',
        value: range.low,
        high: range.high,
        numeral: {
          ...range.last.numeral,
          decimals: Math.max(figure.numeral.decimals, range.last.numeral.decimals),
        },
      }
    }
    if (
      range.unit === undefined &&
      range.last.first - figure.next === 1 &&
      lexemes[figure.next]?.text === '-'
    ) {
      return { skip: range.last.next }
    }
  }
  if (isRefused(lexemes, figure)) return { skip: skipTied(lexemes, figure.next) }
  const { numeral, kind, unit, value, high } = figure
  const base = { first: at, kind, value, ...(high === undefined ? {} : { high }), numeral }
  if (unit !== undefined) return { ...base, unit, next: figure.next }
  const counted = countedBehind(lexemes, figure)
  if (counted) return { ...base, unit: counted.unit, next: counted.next }
  const shared = sharedUnit(lexemes, figure)
  if (shared)
    return {
      ...base,
      kind: shared.kind,
      unit: shared.unit,
      next: figure.next,
      ...(shared.value === undefined ? {} : { value: shared.value }),
    }
  return isBareAmount(lexemes, figure) ? { ...base, unit: '', next: figure.next } : { skip: figure.next }
}

/** Behind a refused number, the rest of its chain: '777-200LR', '1-800-555-0199'. */
function skipTied(lexemes: readonly Lexeme[], at: number): number {
  let i = at
  while (lexemes[i] && !lexemes[i]?.spaced && i < at + 12 && /^[-/:.A-Za-z0-9]/.test(lexemes[i]?.text ?? ''))
    i++
  return i
}

/** The other end of a movement may carry the unit: 'from 4.8 to 4.7 percent', 'from 12 to 14 million'. */
function sharedUnit(
  lexemes: readonly Lexeme[],
  figure: Figure,
): { unit: string; kind: QuantityKind; value?: number } | null {
  const connector = connectorAt(lexemes, figure.next)
  if (connector?.kind !== 'to' || !isMovement(lexemes, figure.first)) return null
  const other = readFigure(lexemes, connector.next)
  if (!other) return null
  const value =
    figure.numeral.scale === 1 && other.numeral.scale > 1 && figure.value < 1000
      ? { value: tidy(figure.value * other.numeral.scale) }
      : {}
  if (other.unit !== undefined && !other.isLed) return { unit: other.unit, kind: other.kind, ...value }
  const counted = other.unit === undefined ? countedBehind(lexemes, other) : null
  return counted && { unit: counted.unit, kind: 'count', ...value }
}

function countedBehind(lexemes: readonly Lexeme[], figure: Figure): { unit: string; next: number } | null {
  const { next, numeral, value } = figure
  const of = numeral.high !== undefined && lexemes[next]?.lower === 'of' ? 1 : 0
  const isOne = value === 1 && numeral.spelled && numeral.high === undefined
  if (isOne && isPronoun(lexemes, figure)) return null
  const start = next + of
  const hyphened = pastHyphen(lexemes, start)
  if (hyphened > start) return null
  const ofThe = lexemes[next]?.lower === 'of' && of === 0 ? partitive(lexemes, next) : null
  return ofThe ?? readCounted(lexemes, start, isOne)
}

/** 'one of the best screens', 'two of its plants'. */
function partitive(lexemes: readonly Lexeme[], at: number): { unit: string; next: number } | null {
  if (!/^(?:the|its|their|his|her|our|my|these|those)$/.test(lexemes[at + 1]?.lower ?? '')) return null
  const from = /^(?:most|least|world)$/.test(lexemes[at + 2]?.lower ?? '') ? at + 3 : at + 2
  return readCounted(lexemes, from, false)
}

/** 'each one', 'no one', 'one another': no count. */
const isPronoun = (lexemes: readonly Lexeme[], { first, next }: Figure): boolean =>
  /^(?:each|same|this|that|no|any|every|which|another|the|new|good|big|latest|old|number|day|only)$/.test(
    lexemes[first - 1]?.lower ?? '',
  ) ||
  /^(?:another|day|thing|can|would|could|might|must|may|should|has|is|was)$/.test(
    lexemes[next]?.lower ?? '',
  ) ||
  lexemes[next]?.text === "'"

function isBareRange(lexemes: readonly Lexeme[], whole: Figure, last: Figure): boolean {
  const isDash = lexemes[whole.next - 1] && last.first > 0 && lexemes[last.first - 1]?.text === '-'
  return !isDash && isBareAmount(lexemes, { ...whole, numeral: last.numeral })
}

function isBareAmount(lexemes: readonly Lexeme[], figure: Figure): boolean {
  const { first, numeral, value } = figure
  if (numeral.high !== undefined) return false
  const before = lexemes[first - 1]
  const after = lexemes[figure.next]
  if (numeral.spelled) return value === 1 && numeral.scale === 1 ? false : numeral.scale >= 1e5
  if (after?.text === '.' && before === undefined) return false
  if (numeral.scale > 1 || numeral.grouped) return true
  if (!LEADING.test(before?.lower ?? '')) return false
  return !(after && after.sort === 'word' && after.spaced && /^[A-Z]/.test(after.text))
}
