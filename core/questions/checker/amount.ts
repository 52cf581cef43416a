import type { Fact, Figure } from '../../facts/fact.ts'
import type { Quantity } from '../../quantities/quantity.ts'
import { keepWith, remember } from '../../remember.ts'

/** A figure reduced to what can be compared: cents to the major unit, fractions to percent, counted nouns to one sort. */
export interface Amount {
  readonly value: number
  readonly high?: number
  /** ISO code, '%', 'pp', 'bp', 'x', or 'count'. */
  readonly sort: string
  /** Half of the last place shown: how far rounding may have moved it. */
  readonly slack: number
}

const MONEY = /^[A-Z]{3}$/
const SIGNS = new Set(['%', 'pp', 'bp', 'x'])

/** What a unit as written in facts and quantities is a unit of, and how many of it there are in one of those. */
const sortOf = remember((unit: string): { readonly sort: string; readonly times: number } => {
  const [base = ''] = unit.split('/')
  if (base === 'time') return { sort: 'x', times: 1 }
  if (base === 'fraction') return { sort: '%', times: 100 }
  if (/^[A-Z]{3} cent$/.test(base)) return { sort: base.slice(0, 3), times: 0.01 }
  if (/^[A-Z]{3} (?:penny|pence)$/.test(base)) return { sort: base.slice(0, 3), times: 0.01 }
  if (MONEY.test(base) || SIGNS.has(base)) return { sort: base, times: 1 }
  return { sort: 'count', times: 1 }
})

/** A number in a unit, trusted to within `slack` of that unit. */
export function amount(value: number, unit: string, slack = 0, high?: number): Amount {
  const { sort, times } = sortOf(unit)
  return {
    value: value * times,
    sort,
    slack: slack * times,
    ...(high === undefined ? {} : { high: high * times }),
  }
}

/** How far a fraction in words ('two-thirds') may be off where somebody says it in percent. */
const SLACK_OF_FRACTION = 0.005

/** What a quantity of the text says; kept, as each is compared with many. */
export const amountOf = keepWith(
  ({ value, unit, decimals, scale, high }: Quantity): Amount =>
    amount(value, unit, unit === 'fraction' ? SLACK_OF_FRACTION : (10 ** -decimals * scale) / 2, high),
)

/** What the brackets behind a quantity say, in the other currency; null where there are none. */
const alternativeOf = ({ alternative }: Quantity): Amount | null =>
  alternative ? amount(alternative.value, alternative.unit, 0, alternative.high) : null

/** What quantities say, in brackets too. */
export const amountsOf = (quantities: readonly Quantity[]): Amount[] =>
  quantities.flatMap((quantity) => {
    const other = alternativeOf(quantity)
    return other ? [amountOf(quantity), other] : [amountOf(quantity)]
  })

/** The amounts a fact states, by the part they play in it. */
export const factAmounts = (figure: Figure | undefined, unit: string | undefined): Amount | null => {
  if (figure === undefined) return null
  return typeof figure === 'number' ? amount(figure, unit ?? '') : amount(figure[0], unit ?? '', 0, figure[1])
}

/** The parts of a fact that hold a figure. */
export const FIGURE_SLOTS = ['value', 'by', 'from', 'to'] as const
export type FigureSlot = (typeof FIGURE_SLOTS)[number]

/** What one part of a fact comes to, in its own unit. */
export const amountAt = (fact: Fact, slot: FigureSlot): Amount | null =>
  factAmounts(fact[slot], slot === 'by' ? (fact.by_unit ?? fact.unit) : fact.unit)

/** What these parts of a fact come to; all of them where none is named. */
export const amountsHeld = (fact: Fact, slots: readonly FigureSlot[] = FIGURE_SLOTS): Amount[] =>
  slots.flatMap((slot) => amountAt(fact, slot) ?? [])

const near = (a: number, b: number, slack: number): boolean =>
  Math.abs(a - b) <= slack + 1e-6 * Math.max(Math.abs(a), Math.abs(b))

/** Whether two amounts are the same figure as printed, whatever its sign ('fell 3%' and -3%). */
export const isSame = (a: Amount, b: Amount): boolean =>
  a.sort === b.sort &&
  (a.high === undefined) === (b.high === undefined) &&
  near(Math.abs(a.value), Math.abs(b.value), 0) &&
  near(Math.abs(a.high ?? 0), Math.abs(b.high ?? 0), 0)

/** Whether rounding to the coarser of the two makes them one; a range is one with no single figure. */
export const isSameRounded = (a: Amount, b: Amount): boolean => {
  const slack = Math.max(a.slack, b.slack)
  return (
    a.sort === b.sort &&
    (a.high === undefined) === (b.high === undefined) &&
    near(Math.abs(a.value), Math.abs(b.value), slack) &&
    near(Math.abs(a.high ?? 0), Math.abs(b.high ?? 0), slack)
  )
}
