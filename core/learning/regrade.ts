import type { AnswerByKind, Arrangement, Feedback } from '../questions/kind.ts'
import { feedback, rekey } from '../questions/kinds.ts'
import type { Kind, Question } from '../questions/question.ts'

type Answer = AnswerByKind[Kind]

/** What can be done about a question after it has been answered. */
export const REMEDIES = ['void', 'full-credit', 'accept-also', 'corrected-key'] as const
export type RemedyName = (typeof REMEDIES)[number]

/** A key is an answer in the kind's own shape, to the question as `arrangement` shows it. */
export type Remedy =
  | { readonly remedy: 'void' | 'full-credit' }
  | {
      readonly remedy: 'accept-also' | 'corrected-key'
      readonly key: Answer
      readonly arrangement: Arrangement
    }

/** What an answer counts as: its mark, the whole mark whatever it was, or nothing, so that its question is out of the score. */
export const CREDITS = ['mark', 'whole', 'nothing'] as const
export type Credit = (typeof CREDITS)[number]

/** How a question is marked by now. */
export interface Standing {
  readonly credit: Credit
  /** The question under each key that is right; never empty. The better of them counts. */
  readonly keys: readonly Question[]
}

type Step = (standing: Standing, key: readonly Question[]) => Standing

/** The one table of remedies: what each makes of how the question stood before. */
const STEPS: { readonly [R in RemedyName]: Step } = {
  void: ({ keys }) => ({ credit: 'nothing', keys }),
  'full-credit': ({ keys }) => ({ credit: 'whole', keys }),
  'accept-also': ({ keys }, key) => ({ credit: 'mark', keys: [...keys, ...key] }),
  'corrected-key': (_, key) => ({ credit: 'mark', keys: key }),
}

/** How a question stands under remedies, the earliest first: a later one beats those before, and a further key is added to theirs. Throws on a key that leaves part of it open. */
export const standUnder = (question: Question, remedies: readonly Remedy[]): Standing =>
  remedies.reduce<Standing>((standing, remedy) => STEPS[remedy.remedy](standing, keyOf(question, remedy)), {
    credit: 'mark',
    keys: [question],
  })

function keyOf(question: Question, remedy: Remedy): readonly Question[] {
  if (!('key' in remedy)) return []
  const keyed = rekey(question, remedy.key, remedy.arrangement)
  if (!keyed) throw new Error('a key leaves part of its question open')
  return [keyed]
}

/** An answer, null for a blank, and which try it was, from 1. */
export interface Try {
  readonly answer: Answer | null
  readonly tries: number
}

/** What an answer comes to under what stands. */
export interface Reckoned {
  readonly credit: Credit
  /** What counts in a score, 0 to 1; null where nothing does. */
  readonly mark: number | null
  /** What it says of who answered, 0 to 1; null where what counts says nothing of them. */
  readonly shows: number | null
  /** The answer that counts. */
  readonly counted: Try
  /** What the first of several tries comes to by the keys, as it stands; null where there was one. */
  readonly firstMark: number | null
  /** By the keys alone, whatever the credit: 'A or B' where several are right. */
  readonly feedback: Feedback
}

const MARKS: { readonly [C in Credit]: (mark: number) => Pick<Reckoned, 'mark' | 'shows'> } = {
  mark: (mark) => ({ mark, shows: mark }),
  whole: () => ({ mark: 1, shows: null }),
  nothing: () => ({ mark: null, shows: null }),
}

const BLANK: Try = { answer: null, tries: 1 }

/**
 * Judges an answer as if the keys that stand had stood from the beginning: `given` are the tries in their order, the answer
 * that was left last at their end. The first that is wholly right would have been the last, and counts; else the last does.
 */
export function judge({ credit, keys }: Standing, given: readonly Try[], arrangement: Arrangement): Reckoned {
  const isWhole = ({ answer }: Try) => keys.some((key) => feedback(key, answer, arrangement).mark === 1)
  const last = given.at(-1) ?? BLANK
  const counted = given.length > 1 ? (given.find(isWhole) ?? last) : last
  const told = keys.map((key) => feedback(key, counted.answer, arrangement, counted.tries))
  const best = told.reduce((one, other) => (other.mark > one.mark ? other : one))
  const key = [...new Set(told.map((each) => each.key))].join(' or ')
  const first = given.length > 1 ? (given[0] ?? BLANK) : null
  const firstMark = first && Math.max(...keys.map((key) => feedback(key, first.answer, arrangement).mark))
  return { credit, ...MARKS[credit](best.mark), firstMark, counted, feedback: { ...best, key } }
}
