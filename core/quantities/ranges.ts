import { countedBehind } from './counted-behind.ts'
import { type Figure, readFigure } from './figure.ts'
import type { Lexeme } from './lexemes.ts'
import { readModifiers } from './modifiers.ts'
import { tidy } from './numeral.ts'
import type { QuantityKind } from './quantity.ts'

/** Two figures that are the ends of one range, scale and unit shared where only one has them. */
export interface Range {
  readonly low: number
  readonly high: number
  readonly last: Figure
  readonly isDashed: boolean
  readonly kind: QuantityKind
  readonly unit?: string
}

interface Connector {
  readonly kind: 'to' | 'dash' | 'and' | 'or'
  readonly next: number
}

/** What stands between the ends of a range, from the lexeme at `at`. */
function connectorAt(lexemes: readonly Lexeme[], at: number): Connector | null {
  const word = lexemes[at]
  const after = lexemes[at + 1]
  if (!word) return null
  if (word.text === '-') {
    // 'five- to six-year', '200,000 to-260,000'.
    if ((after?.lower === 'to' || after?.lower === 'or') && after.spaced)
      return { kind: after.lower, next: at + 2 }
    return after?.text === '-' ? null : { kind: 'dash', next: at + 1 }
  }
  if (word.lower !== 'to' && word.lower !== 'and' && word.lower !== 'or') return null
  const isHyphened = after?.text === '-' && !after.spaced
  return { kind: word.lower, next: isHyphened ? at + 2 : at + 1 }
}

/** Words before 'from' that make 'from A to B' one range; behind others it is a movement with two ends. */
const RANGING =
  /^(?:range|ranges|ranged|ranging|vary|varies|varying|anywhere|priced|prices|homes|runs|run|anything)$/
const BEFORE_END =
  /^(?:about|around|nearly|almost|just|only|over|under|up|to|roughly|some|more|less|than|a|an|record|as|low|high|current|present|previous|estimated|initial|original|average|of|minus)$/

/** Whether a figure is the first end of a movement: 'from 21 to 23', not 'ranging from 21 to 23'. */
export function isFrom(lexemes: readonly Lexeme[], first: number): boolean {
  for (let i = first - 1; i >= Math.max(0, first - 4); i--) {
    const word = lexemes[i]?.lower ?? ''
    if (word === 'from') return !RANGING.test(lexemes[i - 1]?.lower ?? '')
    if (!BEFORE_END.test(word)) return false
  }
  return false
}

const isBetween = (lexemes: readonly Lexeme[], first: number): boolean =>
  lexemes[first - 1]?.lower === 'between' || lexemes[first - 2]?.lower === 'between'

/** Whether the figure behind B begins a movement's other end: 'from 5 to 7 per cent to 3 to 5 per cent'. */
const goesOn = (lexemes: readonly Lexeme[], b: Figure): boolean =>
  lexemes[b.next]?.lower === 'to' && readFigure(lexemes, b.next + 1) !== null

/** Whether two figures are joined as the ends of a range by the words between and before them. */
function joins(lexemes: readonly Lexeme[], a: Figure, b: Figure, kind: Connector['kind']): boolean {
  if (kind === 'and') return isBetween(lexemes, a.first)
  if (kind === 'or') return a.unit === undefined && b.value > a.value && b.value <= a.value * 2 + 1
  if (kind === 'dash') return a.numeral.spelled === b.numeral.spelled && !(b.isLed && !a.isLed)
  if (isFrom(lexemes, a.first) && !goesOn(lexemes, b)) return false
  // '$10 to 12 workers' pays workers.
  return !(a.isLed && !b.isLed && b.unit === undefined && countedBehind(lexemes, b) !== null)
}

/** The low end in the scale of the high one: '1.2-1.4bn', '$89 to $93 billion', but not '$200 to $4 million'. */
function sharedLow(a: Figure, b: Figure): number {
  if (a.numeral.scale > 1 || b.numeral.scale === 1 || a.numeral.grouped || a.value >= 1000) return a.value
  const isSmaller = a.value < b.value / b.numeral.scale
  if (a.unit !== undefined && !a.isLed) return a.value
  return isSmaller ? tidy(a.value * b.numeral.scale) : a.value
}

/** The range that begins with the figure `a`; null where none stands. `dated` marks the lexemes of periods. */
export function readRange(lexemes: readonly Lexeme[], a: Figure, dated: Uint8Array): Range | null {
  const connector = a.high === undefined ? connectorAt(lexemes, a.next) : null
  if (!connector || dated[connector.next]) return null
  const { kind, next } = connector
  const b = readFigure(lexemes, next, a.kind === 'money' && a.isLed ? a.unit : undefined)
  if (!b || b.high !== undefined || (a.unit !== undefined && b.unit !== undefined && a.unit !== b.unit))
    return null
  // 'rose 5% to 10.2': the second is a level without its unit.
  if (a.unit !== undefined && !a.isLed && b.unit === undefined) return null
  // '24.2 to 33-35 billion': the dash binds closer.
  const dash = lexemes[b.next]
  if (kind !== 'dash' && dash?.text === '-' && lexemes[b.next + 1]?.sort === 'number' && b.unit === undefined)
    return null
  if (!joins(lexemes, a, b, kind)) return null
  const low = sharedLow(a, b)
  const high = b.value
  if (!(high > low)) return null
  // 'increased by $43bn to $419bn' moves by the one to the other.
  const { change } = readModifiers(lexemes, a.first, false)
  if (kind === 'to' && (change === 'up' || change === 'down') && high > 2 * low) return null
  const unit = b.unit ?? a.unit
  return {
    low,
    high,
    last: b,
    isDashed: kind === 'dash',
    kind: b.unit === undefined ? a.kind : b.kind,
    ...(unit === undefined ? {} : { unit }),
  }
}

/** What the first of two figures takes from the other: 'from 4.8 to 4.7 percent', 'from 12 to 14 million', 'of 20 and 25 per cent'. */
export function readFromOtherEnd(
  lexemes: readonly Lexeme[],
  a: Figure,
): { unit: string; kind: QuantityKind; value: number; scale: number } | null {
  const connector = connectorAt(lexemes, a.next)
  const isPair = connector?.kind === 'and'
  if (!connector || !(isPair || (connector.kind === 'to' && isFrom(lexemes, a.first)))) return null
  const b = readFigure(lexemes, connector.next)
  if (!b || b.isLed) return null
  // 'margins of 20 and 25 per cent', but no more than that: '300 and 20 jobs' may count two things.
  if (isPair && b.kind !== 'percent') return null
  const isScaled = a.numeral.scale === 1 && b.numeral.scale > 1 && a.value < 1000
  const value = isScaled ? tidy(a.value * b.numeral.scale) : a.value
  const scale = isScaled ? b.numeral.scale : a.numeral.scale
  if (b.unit !== undefined) return { unit: b.unit, kind: b.kind, value, scale }
  const counted = countedBehind(lexemes, b)
  if (counted) return { unit: counted.unit, kind: 'count', value, scale }
  return isScaled ? { unit: '', kind: 'count', value, scale } : null
}
