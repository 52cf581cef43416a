import type { Reach } from './amount.ts'
import { countedBehind, isPronoun } from './counted-behind.ts'
import { type Figure, readFigure } from './figure.ts'
import { readFraction } from './fractions.ts'
import type { Lexeme } from './lexemes.ts'
import { isFrom, type Range, readFromOtherEnd, readRange } from './ranges.ts'
import { isBareAmount, isRefused } from './refusals.ts'
import { TIME_UNITS } from './units.ts'

/** What stands here is a number that is no quantity; reading goes on at `skip`. */
export interface Skip {
  readonly skip: number
}

/** Reads the quantity that begins at a lexeme: null where none does, a skip where a number stands that is none. `dated` marks the lexemes of periods. */
export function readReach(lexemes: readonly Lexeme[], at: number, dated: Uint8Array): Reach | Skip | null {
  const fraction = dated[at] ? null : readFraction(lexemes, at)
  if (fraction) return fraction
  const figure = readFigure(lexemes, at)
  if (!figure) return lexemes[at]?.sort === 'number' ? { skip: at + 1 } : null
  // 'the past 18 months' is a time, and 18 months long; the 16 of '16 March' is nothing.
  if (dated[at] && !figure.isLed && !TIME_UNITS.has(figure.unit ?? '')) return { skip: figure.next }
  const range = readRange(lexemes, figure, dated)
  if (range) {
    const whole = readWholeRange(lexemes, figure, range)
    if (whole) return whole
    // '3-1', '16-18': not one number of it is a figure.
    if (range.isDashed && range.unit === undefined) return { skip: range.last.next }
  }
  return readSingle(lexemes, figure)
}

function readWholeRange(lexemes: readonly Lexeme[], a: Figure, range: Range): Reach | null {
  const { low, high, last, kind, unit } = range
  const whole: Figure = { ...a, next: last.next, ...(unit === undefined ? {} : { unit }) }
  if (isRefused(lexemes, whole)) return null
  const counted = unit === undefined ? countedBehind(lexemes, last) : null
  const isBare = unit === undefined && counted === null
  if (isBare && (range.isDashed || !isBareAmount(lexemes, { ...whole, numeral: last.numeral }))) return null
  return {
    first: a.first,
    next: counted?.next ?? last.next,
    kind,
    unit: unit ?? counted?.unit ?? '',
    value: low,
    high,
    numeral: { ...last.numeral, decimals: Math.max(a.numeral.decimals, last.numeral.decimals) },
  }
}

function readSingle(lexemes: readonly Lexeme[], figure: Figure): Reach | Skip {
  if (isRefused(lexemes, figure)) return { skip: pastChain(lexemes, figure.next) }
  if (isPronoun(lexemes, figure)) return { skip: figure.next }
  const { first, next, numeral, kind, unit, value, high, isOpen } = figure
  const base = {
    first,
    next,
    kind,
    value,
    ...(high === undefined ? {} : { high }),
    numeral,
    ...(isOpen ? { isOpen } : {}),
  }
  if (unit !== undefined) return { ...base, unit }
  const counted = countedBehind(lexemes, figure)
  if (counted) return { ...base, ...counted }
  const shared = readFromOtherEnd(lexemes, figure)
  if (shared) {
    const { scale, ...rest } = shared
    return { ...base, ...rest, numeral: { ...numeral, scale } }
  }
  // '9 to 3': a vote, a score.
  const over =
    lexemes[next]?.lower === 'to' && lexemes[next + 1]?.sort === 'number' && numeral.scale === 1
      ? readFigure(lexemes, next + 1)
      : null
  if (over && over.unit === undefined && over.value < value && !isFrom(lexemes, first))
    return { skip: over.next }
  return isBareAmount(lexemes, figure) ? { ...base, unit: '' } : { skip: next }
}

/** Behind a refused number, the rest of its chain: '777-200LR', '1-800-555-0199'. */
function pastChain(lexemes: readonly Lexeme[], at: number): number {
  let i = at
  while (lexemes[i]?.spaced === false && i < at + 12 && /^[-/:.A-Za-z0-9]/.test(lexemes[i]?.text ?? '')) i++
  return i
}
