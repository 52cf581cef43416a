import type { Quantity } from '../../quantities/quantity.ts'
import type { When } from '../finding.ts'
import { behind, type Figure, figureAfter } from '../sentence/figures.ts'
import { lastOfName, type Marked, wordAt } from '../sentence/marked.ts'
import { whenOf } from '../time.ts'

/** The three figures of a change, read from token `at` on: 'by 8% to $5bn from $4.6bn'. */
export interface Figures {
  readonly by?: Figure
  readonly to?: Figure
  readonly from?: Figure
  readonly end: number
}

const isSize = ({ kind }: Quantity): boolean => kind !== 'fraction'

/** The figures that stand from token `at` on, and where they end. */
export function readFigures(marked: Marked, at: number, limit: number): Figures {
  let by: Figure | undefined
  let to: Figure | undefined
  let from: Figure | undefined
  let i = at
  while (i < limit) {
    const word = wordAt(marked, i)
    if (word === 'to' || word === 'from') {
      // 'up to 9%' is a size, not a destination
      const figure = figureAfter(marked, i + 1, limit)
      if (!figure) break
      if (word === 'to' && !to) to = figure
      else if (word === 'from' && !from) from = figure
      else break
      i = behind(marked, figure)
    } else {
      const figure = by || to || from ? null : figureAfter(marked, i, limit)
      if (figure && isSize(figure.quantity)) {
        by = figure
        i = behind(marked, figure)
      } else if (
        marked.periods[i] ||
        /^(?:in|on|over|during|for|the|or|and|,|-|year|year-on-year|sharply|slightly|steadily|back|at|an?|annual|annualised|annualized|yearly|rate|pace|of)$/.test(
          word,
        ) ||
        marked.tokens[i]?.pos === 'ADV'
      )
        i++
      else break
    }
    if (i - at > 24) break
  }
  return {
    ...(by ? { by } : {}),
    ...(to ? { to } : {}),
    ...(from ? { from } : {}),
    end: beforePlace(marked, i),
  }
}

/** 'Fell 16% in | Asia': the preposition before a place that nothing follows is no part of the figures. */
function beforePlace(marked: Marked, i: number): number {
  if (marked.names[i]?.sort !== 'place') return i
  const to = lastOfName(marked, i) + 1
  if (!/^(?:[,.;]|and|but)$/.test(wordAt(marked, to)) && marked.periods[to] === undefined) return i
  const before = wordAt(marked, i - 1) === 'the' ? i - 2 : i - 1
  return wordAt(marked, before) === 'in' ? before : i
}

/** The time that stands right behind a figure: 'from £1,310 in March to £1,290 in April'. */
export function timeBehind(marked: Marked, figure: Figure | undefined): When | null {
  if (!figure) return null
  const at = behind(marked, figure)
  for (let i = at; i < Math.min(marked.tokens.length, at + 3); i++) {
    const period = marked.periods[i]
    if (period && period.relation === undefined) return whenOf(marked, period)
    if (!/^(?:in|at|on|by|for|the|during)$/.test(wordAt(marked, i))) return null
  }
  return null
}

/** Whether the size of a change agrees with its two ends; where a text contradicts itself the size is left alone. */
export function agrees({ by, to, from }: Figures): boolean {
  if (!by || !to || !from || by.quantity.unit !== to.quantity.unit || to.quantity.unit !== from.quantity.unit)
    return true
  const size = Math.abs(to.quantity.value - from.quantity.value)
  return by.quantity.exactness === 'more-than'
    ? size > by.quantity.value
    : Math.abs(size - by.quantity.value) <= 0.05 * by.quantity.value
}
