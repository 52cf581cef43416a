import type { Kind } from '../questions/question.ts'

/** What an answer amounts to, by kind. Kinds that are all or nothing say only whether it was right. */
export interface OutcomeByKind {
  readonly choice: { readonly right: boolean }
  readonly 'true-false': { readonly right: boolean }
  readonly number: { readonly right: boolean }
  readonly cloze: { readonly right: boolean }
}

const allOrNothing = ({ right }: { readonly right: boolean }): number => (right ? 1 : 0)

/** The one table of marks. */
const MARKS: { readonly [K in Kind]: (outcome: OutcomeByKind[K]) => number } = {
  choice: allOrNothing,
  'true-false': allOrNothing,
  number: allOrNothing,
  cloze: allOrNothing,
}

/** The mark of an answer, 0 to 1. `null` is a blank and earns 0; each try after the first halves the mark. */
export function markOf<K extends Kind>(kind: K, outcome: OutcomeByKind[K] | null, tries = 1): number {
  if (outcome === null) return 0
  return MARKS[kind](outcome) / 2 ** Math.max(0, tries - 1)
}
