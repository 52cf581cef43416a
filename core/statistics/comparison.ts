/** How the scores of a group lie, in per cent by steps of five: half of them between `lower` and `upper`. */
export interface Spread {
  readonly people: number
  readonly lower: number
  readonly middle: number
  readonly upper: number
}

/** Nothing is told of fewer: somebody's score could be read from it. */
const FEWEST = 10
/** People are told of in groups of so many, so that what changes with one of them cannot be seen. */
const STEP = 5
/** In per cent; figures are rounded to it. */
const ROUNDING = 5
/** Beyond so many nothing changes any more. */
export const MOST_COMPARED = 200

/**
 * How many of `people` who have handed in, in their order, somebody of them is told about: the first ones, in fives; none
 * before there are ten others.
 */
export const countedOf = (people: number): number =>
  people - 1 < FEWEST ? 0 : Math.min(MOST_COMPARED, people - (people % STEP))

/** The value below which a share of the values lies, between neighbours in proportion (Hyndman and Fan's seventh, as percentile_cont). */
function quantile(ascending: readonly number[], share: number): number {
  const place = (ascending.length - 1) * share
  const below = ascending[Math.floor(place)] ?? 0
  const above = ascending[Math.ceil(place)] ?? below
  return below + (above - below) * (place - Math.floor(place))
}

/** How these scores, 0 to 1 each, lie; null of fewer than ten. */
export function spreadOf(scores: readonly number[]): Spread | null {
  if (scores.length < FEWEST) return null
  const ascending = [...scores].sort((a, b) => a - b)
  const at = (share: number) => Math.round((quantile(ascending, share) * 100) / ROUNDING) * ROUNDING
  return { people: scores.length, lower: at(1 / 4), middle: at(1 / 2), upper: at(3 / 4) }
}
