import type { Span } from '../article/span.ts'
import { foldText } from '../folded-text.ts'
import { findPeriods } from '../periods/find-periods.ts'
import type { Period } from '../periods/period.ts'
import { readAlternative } from './alternative.ts'
import type { Reach } from './amount.ts'
import { mayBegin } from './beginnings.ts'
import { type Lexeme, lexemesOf } from './lexemes.ts'
import { type Modified, readModifiers } from './modifiers.ts'
import { readPer } from './per.ts'
import type { Quantity } from './quantity.ts'
import { readReach } from './reach.ts'

/** Quantities of `text`, ascending, none overlapping. `within` limits the reading to those spans; no quantity crosses their edges. Years, dates, names of models and the like are refused: where unsure, silent. `known`: the periods of the same spans, where they have been found already. Time linear in the text. */
export function findQuantities(
  text: string,
  within?: readonly Span[],
  known?: readonly Period[],
): Quantity[] {
  const folded = foldText(text)
  const spans = within ?? [{ start: 0, end: text.length }]
  const periods = known ?? findPeriods(text, { within: spans })
  const quantities: Quantity[] = []
  let period = 0
  for (const span of spans) {
    const lexemes = lexemesOf(folded, span)
    const dated = new Uint8Array(lexemes.length)
    for (let i = 0; i < lexemes.length && period < periods.length; i++) {
      const { start, end } = lexemes[i] as Lexeme
      while (period < periods.length && (periods[period]?.end ?? 0) <= start) period++
      const now = periods[period]
      if (now && now.start < end) dated[i] = 1
    }
    readSpan(lexemes, dated, quantities)
  }
  return quantities
}

function readSpan(lexemes: readonly Lexeme[], dated: Uint8Array, into: Quantity[]): void {
  let i = 0
  while (i < lexemes.length) {
    if (!mayBegin(lexemes, i)) {
      i++
      continue
    }
    const reach = readReach(lexemes, i, dated)
    if (reach === null) i++
    else if ('skip' in reach) i = Math.max(i + 1, reach.skip)
    // 'dozens € bn': the words do not fit each other, and no figure is better than a wild one.
    else if (reach.high !== undefined && reach.high <= reach.value) i++
    else {
      const { quantity, next } = finish(lexemes, reach)
      into.push(quantity)
      i = Math.max(i + 1, next)
    }
  }
}

/** Adds what stands around a reach: modifiers before it, 'per share' and brackets behind it. */
function finish(lexemes: readonly Lexeme[], reach: Reach): { quantity: Quantity; next: number } {
  const { first, next, kind, unit, value, high, numeral } = reach
  const start = (lexemes[first] as Lexeme).start
  const end = (lexemes[next - 1] as Lexeme).end
  const read = readModifiers(lexemes, first, kind === 'count' && unit !== 'point')
  // 'split between six' is no range.
  const isSplit = read.exactness === 'between' && high === undefined
  const isOpen = reach.isOpen === true && read.exactness === 'exactly'
  const modified: Modified = isSplit
    ? { exactness: 'exactly', change: '=', first }
    : isOpen
      ? { exactness: 'more-than', change: '>', first }
      : read
  const per = readPer(lexemes, next)
  const behind = per?.next ?? next
  const bracket = readAlternative(lexemes, behind, { kind, unit })
  const isSigned = lexemes[first - 1]?.text === '+' && lexemes[first]?.spaced === false
  const quantity: Quantity = {
    start,
    end,
    kind,
    value,
    ...(high === undefined ? {} : { high }),
    unit,
    ...(per ? { per: per.noun } : {}),
    change: isSigned ? 'up' : modified.change,
    exactness: high !== undefined && modified.exactness === 'exactly' ? 'between' : modified.exactness,
    outerStart: (lexemes[modified.first] as Lexeme).start,
    ...(bracket ? { alternative: bracket.alternative } : {}),
    scale: numeral.scale,
    decimals: numeral.decimals,
    spelled: numeral.spelled,
  }
  return { quantity, next: bracket?.next ?? behind }
}
