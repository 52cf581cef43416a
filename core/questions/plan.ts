import { createRandom } from '../random.ts'
import type { Ask } from './ask.ts'
import { KINDS, type Kind } from './question.ts'

/** What to draft: an ask, the kinds to try in turn, and how many of them to make. */
export interface Job {
  readonly ask: Ask
  readonly kinds: readonly Kind[]
  readonly most: number
}

/** So many asks for every question wanted leave the picker enough to choose from. */
const ASKS_A_QUESTION = 2
const KINDS_AN_ASK = 2
/** How much chance weighs against worth when asks are chosen. */
const CHANCE = 0.25

/** Everything, in every kind. */
export const wholePlan = (asks: readonly Ask[]): Job[] =>
  asks.map((ask) => ({ ask, kinds: KINDS, most: KINDS.length }))

/** Enough for a small set from a long article: the asks most worth having of every family in turn, in two kinds each. Null where that would be most of the asks anyway. */
export function shortPlan(asks: readonly Ask[], count: number, seed: string | number): Job[] | null {
  const wanted = Math.ceil(count * ASKS_A_QUESTION)
  if (asks.length <= wanted * 1.3) return null
  const random = createRandom(`${seed} plan`)
  const scored = asks.map((ask, index) => ({ ask, index, score: ask.worth + CHANCE * random.next() }))
  const families = new Map<string, typeof scored>()
  for (const each of [...scored].sort((a, b) => b.score - a.score)) {
    const { family } = each.ask.fact
    families.set(family, [...(families.get(family) ?? []), each])
  }
  const lines = [...families.values()]
  const chosen: typeof scored = []
  for (let place = 0; chosen.length < wanted; place++) {
    const row = lines.flatMap((line) => line[place] ?? [])
    chosen.push(...row.slice(0, wanted - chosen.length))
    if (row.length === 0) break
  }
  return chosen
    .sort((a, b) => a.index - b.index)
    .map(({ ask }, index) => {
      const others = random.shuffle(KINDS.filter((kind) => kind !== 'choice'))
      const order: Kind[] = index % 2 === 0 ? ['choice', ...others] : [...others, 'choice']
      return { ask, kinds: order, most: KINDS_AN_ASK }
    })
}
