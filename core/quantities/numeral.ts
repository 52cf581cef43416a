/** A number as written, before its unit. */
export interface Numeral {
  readonly value: number
  /** Upper end of a vague one: 'dozens', 'tens of thousands'. */
  readonly high?: number
  /** Index behind its last lexeme. */
  readonly next: number
  readonly decimals: number
  readonly scale: number
  readonly spelled: boolean
  /** Whether digits were written in groups ('2,500'). */
  readonly grouped: boolean
}

/** Cleans what arithmetic does to binary fractions: 31.7 * 1e9 is 31700000000. */
export const tidy = (value: number): number =>
  Number.isInteger(value) && value < 1e12 ? value : Number(value.toPrecision(12))
