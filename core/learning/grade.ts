import type { Confidence } from './confidence.ts'

/** How well a fact came back, as FSRS tells it: not at all, with trouble, as it should, without effort. */
export const GRADES = ['again', 'hard', 'good', 'easy'] as const
export type Grade = (typeof GRADES)[number]

/** What is known of an answer to a question about a fact. */
export interface Answered {
  /** 0 to 1 (mark.ts). */
  readonly mark: number
  /** Which try it was, from 1. */
  readonly tries: number
  /** From when the question was shown to the answer; null where nobody took the time. */
  readonly seconds: number | null
  /** How long such a question takes a reader who knows the answer. */
  readonly expectedSeconds: number
  /** Null where the reader did not say. */
  readonly confidence: Confidence | null
}

/** From this mark on the fact was there, if not all of it: two thirds of an order, three of four pairs, an estimate that came near. */
const THERE = 0.6
/** Times the expected seconds. Reading speeds differ by a factor of two between people; what is slower than that was thought about. */
const SLOW = 2
/** Beyond this the reader had gone away, and the time tells nothing. */
const GONE = 10
const QUICK = 1

const pace = ({ seconds, expectedSeconds }: Answered): number | null =>
  seconds === null || expectedSeconds <= 0 || seconds > GONE * expectedSeconds
    ? null
    : seconds / expectedSeconds

/**
 * The one table of grades; the first line that holds decides. Nobody is asked how well they knew something: people
 * press what gets them on. Whether it was right decides between `again` and the rest; a right answer by chance, in part
 * or after long thought counts as remembered, barely; only who was certain, wholly right and quick had it without effort.
 */
const TABLE: readonly { readonly grade: Grade; holds(answered: Answered): boolean }[] = [
  // Once a try has failed, what follows has seen a hint and has an answer less to choose from.
  { grade: 'again', holds: ({ mark, tries }) => tries > 1 || mark < THERE },
  { grade: 'hard', holds: ({ mark, confidence }) => mark < 1 || confidence === 'guess' },
  { grade: 'hard', holds: (answered) => (pace(answered) ?? 0) > SLOW },
  {
    grade: 'easy',
    holds: (answered) => answered.confidence === 'certain' && (pace(answered) ?? SLOW) <= QUICK,
  },
]

/** How well the fact came back, inferred from the answer, the time it took and how sure the reader was. */
export const gradeOf = (answered: Answered): Grade =>
  TABLE.find(({ holds }) => holds(answered))?.grade ?? 'good'
