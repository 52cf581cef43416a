import type { Span } from '../article/span.ts'

/** NewsQuant's signs: equal, about, more than, less than, up by, down by. */
export type Change = '=' | '~' | '>' | '<' | 'up' | 'down'

/** What is measured. `count` is anything counted or measured by a noun ('171 passengers', '30 yards'). */
export type QuantityKind = 'money' | 'percent' | 'points' | 'basis-points' | 'multiple' | 'fraction' | 'count'

/** How far the words around a figure say it can be trusted to the digit. */
export type Exactness =
  | 'exactly'
  | 'about'
  | 'more-than'
  | 'at-least'
  | 'less-than'
  | 'at-most'
  | 'up-to'
  | 'nearly'
  | 'between'

/** The same amount in another currency or unit, from the brackets behind it. */
export interface Alternative extends Span {
  readonly value: number
  readonly high?: number
  readonly unit: string
}

/** A figure in the text. The span covers number, scale, currency and unit words ('Rmb61.5bn', '12 per cent', '171 passengers'), not modifiers ('about') and not the bracketed alternative. */
export interface Quantity extends Span {
  readonly kind: QuantityKind
  /** In the unit below, scale applied: 'Rmb61.5bn' is 61500000000; '63 cents' is 63. */
  readonly value: number
  /** The upper end of a range. */
  readonly high?: number
  /** ISO currency code, 'USD cent', '%', 'pp', 'bp', 'x', 'fraction', or the counted noun in the singular ('' when there is none). */
  readonly unit: string
  /** What the unit is per, when the text says so next to it: 'share', 'month', 'barrel'. */
  readonly per?: string
  readonly change: Change
  readonly exactness: Exactness
  /** Where the modifiers begin ('about', 'more than', 'up to'), so that `text.slice(outerStart, end)` keeps them. Equals `start` when there are none. */
  readonly outerStart: number
  readonly alternative?: Alternative
  /** The multiplier as written: 1e9 for 'bn' and 'billion', 1 when there is none. */
  readonly scale: number
  /** Digits after the decimal point as written, before the scale is applied. */
  readonly decimals: number
  /** Whether the number was written in words ('twenty-one'). */
  readonly spelled: boolean
}
