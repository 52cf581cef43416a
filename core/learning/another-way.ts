import type { Kind } from '../questions/question.ts'
import { createRandom } from '../random.ts'

/** A question version, as far as it is a way of asking. */
export interface Way {
  readonly version: string
  readonly kind: Kind
  readonly stem: string
}

/** How far back it matters when a way was last used. */
const HORIZON = 1000

/** How many reviews ago something was the case, from 1; far back where it never was. */
function since(asked: readonly Way[], is: (way: Way) => boolean): number {
  const index = asked.findIndex(is)
  return index === -1 ? HORIZON : Math.min(HORIZON, index + 1)
}

/**
 * Which version of a fact's questions to ask next, so that the fact is learned and not the question: in another kind
 * than last time where there is one, else in other words, and never the same version twice running where there are two.
 * Among those, the kind and then the version longest not asked; among equals one by the seed. `asked` is what was asked
 * before, the last one first; it may hold versions that have been withdrawn since. Null where there is none to ask.
 */
export function anotherWay<T extends Way>(
  ways: readonly T[],
  asked: readonly Way[],
  { seed }: { readonly seed: string | number },
): T | null {
  const last = asked[0]
  const ranked = createRandom(`${seed} way`)
    .shuffle([...ways].sort((a, b) => (a.version < b.version ? -1 : 1)))
    .map((way) => ({
      way,
      // Compared one by one, higher first.
      merits: [
        Number(way.version !== last?.version),
        Number(way.kind !== last?.kind),
        Number(way.stem !== last?.stem),
        since(asked, ({ kind }) => kind === way.kind),
        since(asked, ({ version }) => version === way.version),
      ],
    }))
  const [best] = ranked.sort((a, b) => {
    const differing = a.merits.findIndex((merit, i) => merit !== b.merits[i])
    return (b.merits[differing] ?? 0) - (a.merits[differing] ?? 0)
  })
  return best?.way ?? null
}
