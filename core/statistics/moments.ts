/** Of one variable: how many values, their mean, and the sum of their squared distances from it. */
export interface Moments {
  readonly count: number
  readonly mean: number
  readonly squares: number
}

/** Of two variables that come in pairs: as for one, and the sum of the products of their distances from their means. */
export interface PairMoments {
  readonly count: number
  readonly meanX: number
  readonly meanY: number
  readonly squaresX: number
  readonly squaresY: number
  readonly products: number
}

/**
 * Gathers moments value by value. Distances from the mean are summed, not squares of the values themselves, whose
 * difference would lose its last digits over a million answers (Welford, Technometrics 4, 1962).
 */
export class Gatherer {
  private count = 0
  private mean = 0
  private squares = 0

  add(value: number): void {
    this.count++
    const distance = value - this.mean
    this.mean += distance / this.count
    this.squares += distance * (value - this.mean)
  }

  /** What has been gathered so far. */
  moments(): Moments {
    return { count: this.count, mean: this.mean, squares: this.squares }
  }
}

/** The same of pairs (Chan, Golub and LeVeque, The American Statistician 37, 1983). PostgreSQL's regr_sxx, regr_syy and regr_sxy are these sums. */
export class PairGatherer {
  private readonly x = new Gatherer()
  private readonly y = new Gatherer()
  private products = 0

  add(x: number, y: number): void {
    const distance = x - this.x.moments().mean
    this.x.add(x)
    this.y.add(y)
    this.products += distance * (y - this.y.moments().mean)
  }

  /** What has been gathered so far. */
  pairs(): PairMoments {
    const x = this.x.moments()
    const y = this.y.moments()
    return {
      count: x.count,
      meanX: x.mean,
      meanY: y.mean,
      squaresX: x.squares,
      squaresY: y.squares,
      products: this.products,
    }
  }
}

/** A mean squared distance up to this is the rounding of equal values: the smallest that a million marks can have is millions of times larger. */
const ROUNDING = 1e-18

const varies = (squares: number, count: number): boolean => squares > ROUNDING * count

/** The variance of a sample, with `count - 1` below; null of fewer than two. */
export const varianceOf = ({ count, squares }: Moments): number | null =>
  count < 2 ? null : varies(squares, count) ? squares / (count - 1) : 0

/** Of two pairs the correlation is always 1 or -1, whatever they are: it says nothing. */
const FEWEST_PAIRS = 3

/** Pearson's correlation, -1 to 1 (the point-biserial, where one variable has two values); null of fewer than three pairs and where one of the two does not vary. */
export function correlationOf({
  count,
  squaresX,
  squaresY,
  products,
}: Omit<PairMoments, 'meanX' | 'meanY'>): number | null {
  if (count < FEWEST_PAIRS || !varies(squaresX, count) || !varies(squaresY, count)) return null
  return Math.max(-1, Math.min(1, products / Math.sqrt(squaresX * squaresY)))
}
