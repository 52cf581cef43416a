import { readFigure } from './figure.ts'
import type { Lexeme } from './lexemes.ts'
import type { Alternative, QuantityKind } from './quantity.ts'
import { readReach } from './reach.ts'

const LEADS =
  /^(?:about|around|or|roughly|approximately|some|nearly|almost|over|more|than|equivalent|worth|to|~|at|the|time)$/

/** The amount said again in the bracket behind a quantity: 'Rmb460bn (£51.2bn)', '8 miles (13 km)'. Only money in another currency or a measure in another unit; with several, the first. `next` is the index behind the bracket. */
export function readAlternative(
  lexemes: readonly Lexeme[],
  at: number,
  of: { kind: QuantityKind; unit: string },
): { alternative: Alternative; next: number } | null {
  if (lexemes[at]?.text !== '(') return null
  let i = at + 1
  while (i < at + 4 && LEADS.test(lexemes[i]?.lower ?? '')) i++
  const reach = readReach(lexemes, i, NONE)
  if (!reach || 'skip' in reach || reach.unit === of.unit || reach.first !== i) return null
  const isMoney = reach.kind === 'money' && (of.kind === 'money' || of.unit === '')
  const isMeasure = reach.kind === 'count' && of.kind === 'count' && of.unit !== '' && isMeasured(lexemes, i)
  if (!isMoney && !isMeasure) return null
  const close = closing(lexemes, reach.next)
  if (close === null) return null
  const start = (lexemes[reach.first] as Lexeme).start
  const end = (lexemes[reach.next - 1] as Lexeme).end
  const { value, high, unit } = reach
  return { alternative: { start, end, value, ...(high === undefined ? {} : { high }), unit }, next: close }
}

/** No lexeme inside a bracket behind an amount is part of a date. */
const NONE = new Uint8Array(0)

/** Whether the figure has a unit of measure of its own rather than a counted noun. */
const isMeasured = (lexemes: readonly Lexeme[], at: number): boolean =>
  readFigure(lexemes, at)?.unit !== undefined

/** The index behind the closing bracket, when nothing but further amounts stands before it. */
function closing(lexemes: readonly Lexeme[], at: number): number | null {
  for (let i = at; i < at + 16; i++) {
    const text = lexemes[i]?.text
    if (text === undefined) return null
    if (text === ')') return i + 1
    if (
      i === at &&
      text !== ';' &&
      text !== ',' &&
      text !== '/' &&
      lexemes[i]?.lower !== 'or' &&
      lexemes[i]?.lower !== 'at' &&
      lexemes[i]?.lower !== 'a' &&
      lexemes[i]?.lower !== 'per' &&
      text !== '-'
    )
      return null
  }
  return null
}
