import { columns, held, mean, percent } from '../figures.ts'
import type { Seen } from '../seen.ts'

/** So far may the key be the longest option beyond chance, in percentage points. */
const LONGEST_LIMIT = 3

/** So far may a place be beyond its even share, in percentage points. */
const PLACE_LIMIT = 5

/** Fewer keys than this say nothing of their places. */
const ENOUGH = 100

/** Where the one right option stands among `of` options, and how often in each place. */
export interface Places {
  readonly of: number
  readonly counts: readonly number[]
}

const hasOneKey = ({ right }: Seen): boolean => right.filter(Boolean).length === 1

/** The places of keys, for each number of options by itself. */
export function placesOf(seen: readonly Seen[]): Places[] {
  const single = seen.filter(hasOneKey)
  const sizes = [...new Set(single.map(({ options }) => options.length))].sort((a, b) => b - a)
  return sizes.map((of) => {
    const places = single
      .filter(({ options }) => options.length === of)
      .map(({ right }) => right.indexOf(true))
    return {
      of,
      counts: Array.from({ length: of }, (_, at) => places.filter((place) => place === at).length),
    }
  })
}

/** How often the key is longer than every other option, against a drawing of lots: both as shares of questions with one key. */
export function longestOf(seen: readonly Seen[]): {
  readonly questions: number
  readonly share: number
  readonly chance: number
} {
  const single = seen.filter(hasOneKey)
  const isLongest = ({ options, right }: Seen): boolean =>
    options.every((text, at) => right[at] || text.length < (options[right.indexOf(true)]?.length ?? 0))
  return {
    questions: single.length,
    share: mean(single.map((one) => (isLongest(one) ? 1 : 0))),
    chance: mean(single.map(({ options }) => 1 / options.length)),
  }
}

const placeRows = (name: string, seen: readonly Seen[]) =>
  placesOf(seen).map(({ of, counts }) => {
    const total = counts.reduce((a, b) => a + b, 0)
    return [`${name}, ${of} options`, total, ...counts.map((count) => percent(count, total))]
  })

const isEven = ({ of, counts }: Places): boolean => {
  const total = counts.reduce((a, b) => a + b, 0)
  return total < ENOUGH || counts.every((count) => 100 * (count / total - 1 / of) <= PLACE_LIMIT)
}

function longestLine(name: string, seen: readonly Seen[]): string {
  const { questions, share, chance } = longestOf(seen)
  return held(
    100 * (share - chance) <= LONGEST_LIMIT,
    `key longer than every other option, ${name}: ${percent(share, 1)} of ${questions}, by chance ${percent(chance, 1)} (${LONGEST_LIMIT} points over at most)`,
  )
}

/** The places of keys among sorted and among drawn options, and how often the key is the longest. */
export function printPlaces(seen: readonly Seen[]): string[] {
  const sorted = seen.filter(({ isSorted }) => isSorted)
  const drawn = seen.filter(({ isSorted }) => !isSorted)
  return [
    ...columns([
      ['place of the key', 'keys', '1st', '2nd', '3rd', '4th'],
      ...placeRows('sorted', sorted),
      ...placeRows('drawn', drawn),
    ]),
    held(
      [...placesOf(sorted), ...placesOf(drawn)].every(isEven),
      `no place holds the key more than ${PLACE_LIMIT} points beyond its even share (of ${ENOUGH} or more)`,
    ),
    longestLine('of all', seen),
    longestLine('of options in words', drawn),
  ]
}
