import type { Question } from '#core'
import { rootsOf } from '../../../core/questions/checker/words.ts'
import { held, mean, percent } from '../figures.ts'
import type { Seen } from '../seen.ts'

/** So far may a guesser be ahead of chance, in percentage points. */
const LIMIT = 5

/** Somebody who sees the question only: the options it would tick, one of them by lot. */
type Guesser = (seen: Pick<Seen, 'stem' | 'options'>) => readonly number[]

/** The places of the highest scores. */
function best(scores: readonly number[]): number[] {
  const most = Math.max(...scores)
  return scores.flatMap((score, at) => (score === most ? [at] : []))
}

const shared = (a: string, b: string): number => {
  const words = new Set(rootsOf(b))
  return new Set(rootsOf(a).filter((word) => words.has(word))).size
}

/** THE TABLE of guessers. */
export const guessers = {
  'always the middle option': ({ options }) =>
    best(options.map((_, at) => -Math.abs(at - (options.length - 1) / 2))),
  'always the longest option': ({ options }) => best(options.map(({ length }) => length)),
  'the option most like the stem': ({ stem, options }) => best(options.map((text) => shared(text, stem))),
  'the option most like the others': ({ options }) =>
    best(options.map((text, at) => shared(text, options.filter((_, other) => other !== at).join(' ')))),
} as const satisfies Readonly<Record<string, Guesser>>

/** The share of questions a guesser gets right, and what lots would. */
export const scoreOf = (
  guess: Guesser,
  seen: readonly Seen[],
): { readonly right: number; readonly chance: number } => ({
  right: mean(
    seen.map(({ stem, options, right }) => mean(guess({ stem, options }).map((at) => (right[at] ? 1 : 0)))),
  ),
  chance: mean(seen.map(({ right }) => mean(right.map((one) => (one ? 1 : 0))))),
})

const isAhead = (right: number, chance: number): boolean => 100 * (right - chance) > LIMIT

/** What somebody gets right who has not read the article, by sort of options, and how many statements are true. */
export function printGuessers(seen: readonly Seen[], sets: readonly (readonly Question[])[]): string[] {
  const groups = {
    'of all': seen,
    sorted: seen.filter(({ isSorted }) => isSorted),
    drawn: seen.filter(({ isSorted }) => !isSorted),
  }
  const truths = sets.flat().flatMap(({ answer }) => (typeof answer === 'boolean' ? [answer ? 1 : 0] : []))
  return [
    ...Object.entries(guessers).map(([name, guess]) => {
      const scores = Object.entries(groups).map(([group, some]) => ({ group, ...scoreOf(guess, some) }))
      return held(
        scores.every(({ right, chance }) => !isAhead(right, chance)),
        `${name}: ${scores.map(({ group, right, chance }) => `${group} ${percent(right, 1)} (chance ${percent(chance, 1)})`).join(', ')}`,
      )
    }),
    held(
      Math.abs(100 * mean(truths) - 50) <= LIMIT,
      `always 'true': ${percent(mean(truths), 1)} of ${truths.length} statements (chance 50.0%)`,
    ),
    `${LIMIT} points over chance at most; of options that a guesser thinks equal it takes one by lot.`,
  ]
}
