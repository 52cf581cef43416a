import type { Quantity } from '../../quantities/quantity.ts'
import { type Marked, posAt, type Range, wordAt } from './marked.ts'

/** A figure where it stands in a sentence. */
export interface Figure {
  readonly quantity: Quantity
  /** Tokens of the quantity itself. */
  readonly range: Range
}

const MODIFIER =
  /^(?:about|around|some|roughly|approximately|nearly|almost|just|only|over|under|more|less|fewer|than|at|least|most|up|to|as|much|many|a|an|further|another|record|modest|mere|whopping|staggering|estimated|total|of|the|by|all|only|well|close|slightly|little|another|additional|extra)$/i

/** The range of the figure that begins at or covers token `i`. */
export function figureAt(marked: Marked, i: number): Figure | null {
  const quantity = marked.quantities[i]
  if (!quantity) return null
  let from = i
  while (marked.quantities[from - 1] === quantity) from--
  let to = i + 1
  while (marked.quantities[to] === quantity) to++
  return { quantity, range: { from, to } }
}

/** The first figure at or behind token `i` with nothing but words such as 'about' or 'a further' between. */
export function figureAfter(marked: Marked, i: number, limit: number): Figure | null {
  for (let at = i; at < Math.min(limit, i + 6); at++) {
    if (marked.quantities[at]) return figureAt(marked, at)
    if (!MODIFIER.test(marked.tokens[at]?.text ?? '')) return null
  }
  return null
}

/** Behind a figure and the brackets that repeat it in another currency. */
export function behind(marked: Marked, { range: { to } }: Figure): number {
  if (marked.tokens[to]?.text !== '(') return to
  for (let i = to; i < Math.min(marked.tokens.length, to + 16); i++)
    if (marked.tokens[i]?.text === ')') return i + 1
  return to
}

/** The token range of a figure with its modifiers: 'more than 9%'. */
export function outerRange(marked: Marked, { quantity, range }: Figure): Range {
  let from = range.from
  while (from > 0 && (marked.tokens[from - 1]?.start ?? -1) >= quantity.outerStart) from--
  return { from, to: range.to }
}

const LIST_WITHIN = 14

/** Whether a count is that of a whole list, of which it holds only the first: '155,465 pickups, vans and coaches'. */
export function countsList(marked: Marked, { quantity, range }: Figure): boolean {
  if (quantity.kind !== 'count' || wordAt(marked, range.to) !== ',') return false
  for (let i = range.to + 1; i < range.to + LIST_WITHIN; i++) {
    if (/^(?:and|or)$/.test(wordAt(marked, i)))
      return marked.quantities[i + 1] === undefined && /^(?:NOUN|PROPN|ADJ)$/.test(posAt(marked, i + 1))
    const isOfList = /^(?:NOUN|PROPN|ADJ|NUM)$/.test(posAt(marked, i)) || wordAt(marked, i) === ','
    if (marked.quantities[i] !== undefined || !isOfList) return false
  }
  return false
}

/** 'A six-cylinder engine': what sort of thing it is, and no count. */
const OF_A_SORT = /^(?:cylinder|door|seater|seat|storey|wheel|speed|bedroom)$/

/** Whether a figure is worth asking: not 'one' or 'two' of something said in passing, and no time. */
export const isTelling = ({ kind, value, unit, spelled }: Quantity): boolean =>
  kind !== 'count' ||
  ((value > 2 || !spelled) &&
    unit !== '' &&
    !(spelled && OF_A_SORT.test(unit)) &&
    !/^(?:month|week|day|hour|minute|time|year)$/.test(unit))
