import type { Kind } from '../questions/question.ts'
import { createRandom, type Random } from '../random.ts'
import { type Rating, successOf } from './ability.ts'

/** Why something is asked: it falls due, it belongs to what the person knows least, or it is new to them. */
export const REASONS = ['due', 'weak', 'new'] as const
export type Reason = (typeof REASONS)[number]

/** Something that could be asked next. */
export interface Askable {
  readonly id: string
  readonly kind: Kind
  readonly reason: Reason
  readonly difficulty: Rating
  /** That of hitting the answer blindly, 0 to 1. */
  readonly chance: number
}

/** How often each reason has its turn, while there is something for it. */
const SHARES: Readonly<Record<Reason, number>> = { due: 0.5, weak: 0.3, new: 0.2 }

/**
 * So often an answer should be right: hard enough for recalling to be work, easy enough to go on; within it all is equally
 * good. Between the 75% of Math Garden (Klinkenberg, Straatemeier and van der Maas, Computers & Education 57, 2011) and
 * the 85% of Wilson, Shenhav, Straccia and Cohen (Nature Communications 10, 2019).
 */
const TARGET = { low: 0.75, high: 0.85 }

/** How far a chance of success lies outside the target. */
const distance = (success: number): number => Math.max(0, TARGET.low - success, success - TARGET.high)

/** By how much better, in the chance of success, a question has to suit whose kind was asked last, the time before that, and so on. */
const STALE = [0.3, 0.06, 0.06]

/** How much a kind is to be avoided; `before` are the kinds asked so far, the last one first. */
const staleness = (kind: Kind, before: readonly Kind[]): number =>
  STALE.reduce((sum, stale, i) => (before[i] === kind ? sum + stale : sum), 0)

function reasonFor(open: ReadonlySet<Reason>, random: Random): Reason | undefined {
  const reasons = REASONS.filter((reason) => open.has(reason))
  let at = random.next() * reasons.reduce((sum, reason) => sum + SHARES[reason], 0)
  const drawn = reasons.find((reason) => {
    at -= SHARES[reason]
    return at < 0
  })
  return drawn ?? reasons.at(-1)
}

/**
 * What to ask a person of that ability next: a reason by its share, then what they would answer right about four times
 * in five, or what comes nearest to it, rather in another kind than last; among equals one by the seed. `before` are the
 * kinds asked so far, the last one first. Null where there is nothing to ask. Same input in any order, same answer.
 */
export function nextBest<T extends Askable>(
  askables: readonly T[],
  ability: Rating,
  { seed, before = [] }: { readonly seed: string | number; readonly before?: readonly Kind[] },
): T | null {
  const random = createRandom(`${seed} next`)
  const reason = reasonFor(new Set(askables.map((each) => each.reason)), random)
  const [best] = random
    .shuffle(askables.filter((each) => each.reason === reason).sort((a, b) => (a.id < b.id ? -1 : 1)))
    .map((each) => ({
      each,
      off: distance(successOf(ability, each.difficulty, each.chance)) + staleness(each.kind, before),
    }))
    .sort((a, b) => a.off - b.off)
  return best?.each ?? null
}
