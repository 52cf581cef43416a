/** A figure with how many people stand behind it; null where it cannot be reckoned, never NaN. */
export interface Figure {
  readonly value: number | null
  readonly people: number
}

/** So many of so many; the share, 0 to 1, is null of none. */
export interface Share {
  readonly people: number
  readonly of: number
  readonly share: number | null
}

/** One by the other, or null where there is nothing to divide by. */
export const ratio = (part: number, whole: number): number | null => (whole > 0 ? part / whole : null)

/** A share with what stands behind it. */
export const shareOf = (people: number, of: number): Share => ({ people, of, share: ratio(people, of) })
