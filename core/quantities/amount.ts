import type { Numeral } from './numeral.ts'
import type { QuantityKind } from './quantity.ts'

/** A figure or a range of two, with its unit. Indices count lexemes. */
export interface Reach {
  readonly first: number
  readonly next: number
  readonly kind: QuantityKind
  readonly unit: string
  readonly value: number
  readonly high?: number
  readonly numeral: Numeral
  /** Whether 'or more' is said by a plus behind it: '40+', '$1bn-plus'. */
  readonly isOpen?: boolean
}
