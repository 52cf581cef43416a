/** A range of shares, 0 to 1. */
export interface Range {
  readonly low: number
  readonly high: number
}

/** Of the normal distribution, for 95%. */
const Z = 1.959963984540054

/**
 * Within what range the true share lies, with 95% confidence, when `right` of `asked` were right: Wilson's score interval
 * (Wilson 1927), which holds what it promises for small numbers too (Brown, Cai and DasGupta 2001). 0 to 1 of nothing.
 */
export function wilson(right: number, asked: number): Range {
  if (asked === 0) return { low: 0, high: 1 }
  const share = right / asked
  const shrink = 1 + Z ** 2 / asked
  const middle = (share + Z ** 2 / (2 * asked)) / shrink
  const reach = (Z / shrink) * Math.sqrt((share * (1 - share)) / asked + Z ** 2 / (4 * asked ** 2))
  return { low: Math.max(0, middle - reach), high: Math.min(1, middle + reach) }
}
