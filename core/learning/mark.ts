import type { Kind } from '../questions/question.ts'

/** What an answer amounts to, by kind. Kinds that are all or nothing say only whether it was right. */
export interface OutcomeByKind {
  readonly choice: { readonly right: boolean }
  /** How many of the options chosen are right and wrong, and how many options are right. */
  readonly 'multiple-response': { readonly right: number; readonly wrong: number; readonly of: number }
  readonly 'true-false': { readonly right: boolean }
  readonly number: { readonly right: boolean }
  readonly cloze: { readonly right: boolean }
  /** For each place of the answer, the place where its item belongs, from 0. */
  readonly ordering: { readonly places: readonly number[] }
  readonly matching: { readonly right: number; readonly of: number }
  /** How far off, beside the figure itself and what still counts as right, in one unit. */
  readonly estimate: { readonly off: number; readonly value: number; readonly tolerance: number }
}

const allOrNothing = ({ right }: { readonly right: boolean }): number => (right ? 1 : 0)

/** Kendall's tau of an order without ties: 1 where every pair stands as it should, -1 where none does. */
function kendallTau(places: readonly number[]): number {
  let pairs = 0
  let sum = 0
  for (const [i, place] of places.entries()) {
    for (const later of places.slice(i + 1)) {
      pairs++
      sum += place < later ? 1 : -1
    }
  }
  return pairs === 0 ? 1 : sum / pairs
}

/** An estimate earns nothing when it is off by more than this share of the figure beyond the tolerance. */
const FARTHEST = 0.25

/** How far beyond its tolerance an estimate still earns something. */
export const reachOf = (value: number): number => FARTHEST * Math.abs(value)

/** Room for the last bit of a computed difference. */
const HAIR = 1e-9

function nearness({ off, value, tolerance }: OutcomeByKind['estimate']): number {
  const beyond = Math.abs(off) - tolerance
  if (beyond <= HAIR * Math.max(1, Math.abs(value))) return 1
  return value === 0 ? 0 : Math.max(0, 1 - beyond / reachOf(value))
}

/** The one table of marks. */
const MARKS: { readonly [K in Kind]: (outcome: OutcomeByKind[K]) => number } = {
  choice: allOrNothing,
  'multiple-response': ({ right, wrong, of }) => Math.max(0, (right - wrong) / of),
  'true-false': allOrNothing,
  number: allOrNothing,
  cloze: allOrNothing,
  ordering: ({ places }) => Math.max(0, kendallTau(places)),
  matching: ({ right, of }) => right / of,
  estimate: nearness,
}

/** The most tries a reader may ask for. */
export const MOST_TRIES = 3

/** The mark of an answer, 0 to 1. `null` is a blank and earns 0; `tries` is which try the answer was, and each after the first halves the mark. */
export function markOf<K extends Kind>(kind: K, outcome: OutcomeByKind[K] | null, tries = 1): number {
  if (outcome === null) return 0
  return MARKS[kind](outcome) / 2 ** Math.max(0, tries - 1)
}
