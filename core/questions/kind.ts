import type { Random } from '../random.ts'
import type { AnyAsk } from './ask.ts'
import type { Kind, QuestionOf } from './question.ts'

/** How one attempt shows a question: random ids of its options or parts in the order of display. It holds nothing that depends on the key. */
export interface Arrangement {
  /** `ids[i]` names the part that stands in place i; `order[i]` is that part's index in the question's own list without regard to the key: its options, its items by the alphabet, its lefts and then its rights by the alphabet. Empty for kinds without parts. */
  readonly ids: readonly string[]
  readonly order: readonly number[]
}

/** An option or part as it is shown. */
export interface ShownPart {
  readonly id: string
  readonly text: string
}

/** What a learner sees before answering: built field by field, never the key, reasons, explanation or evidence. */
export type Shown =
  | {
      readonly kind: 'choice'
      readonly stem: string
      readonly options: readonly ShownPart[]
    }
  | {
      readonly kind: 'multiple-response'
      readonly stem: string
      readonly options: readonly ShownPart[]
      /** How many are right. */
      readonly count: number
    }
  | { readonly kind: 'true-false'; readonly stem: string }
  | { readonly kind: 'number'; readonly stem: string; readonly unit: string; readonly tolerance: number }
  | { readonly kind: 'cloze'; readonly stem: string }
  | { readonly kind: 'ordering'; readonly stem: string; readonly items: readonly ShownPart[] }
  | {
      readonly kind: 'matching'
      readonly stem: string
      readonly lefts: readonly ShownPart[]
      readonly rights: readonly ShownPart[]
    }
  | {
      readonly kind: 'estimate'
      readonly stem: string
      readonly unit: string
      readonly low: number
      readonly high: number
      /** The smallest move on the scale; it follows from its ends. */
      readonly step: number
      readonly tolerance: number
    }
export type ShownOf<K extends Kind> = Extract<Shown, { kind: K }>

/** What a learner sends back, by kind. `null` is a blank. */
export interface AnswerByKind {
  readonly choice: string
  /** Ids of the options chosen, each once. */
  readonly 'multiple-response': readonly string[]
  readonly 'true-false': boolean
  readonly number: number
  readonly cloze: string
  /** Ids of all items in the order given to them. */
  readonly ordering: readonly string[]
  /** Ids of a left and the right put to it; each at most once. */
  readonly matching: readonly (readonly [left: string, right: string])[]
  readonly estimate: number
}

/** What is told of one part of an answer. */
export interface PartFeedback {
  /** The id of the option, item or left. */
  readonly id: string
  /** Whether the answer has this part right. */
  readonly isRight: boolean
  /** What belongs here, in words: 'right' or 'wrong' for an option, '1' for the first of an order, the text of a left's right. */
  readonly key: string
  /** Why. */
  readonly why: string
}

/** What is told once the answer may be known. */
export interface Feedback {
  /** 0 to 1 (contracts.md, 'Marks'). */
  readonly mark: number
  /** The right answer in words, unit included. */
  readonly key: string
  /** The answer given, in words; '' for a blank. */
  readonly given: string
  /** Why the answer given is wrong, where that says more than what the right one is; absent when it is right. */
  readonly why?: string
  /** The id of the right option of a choice. */
  readonly keyId?: string
  /** For kinds of several parts, each part: options as shown, items in the right order, lefts as shown. */
  readonly parts?: readonly PartFeedback[]
  /** For an estimate, the figure, and from where to where an answer earns the whole mark and any mark; in the question's unit. */
  readonly figure?: {
    readonly value: number
    readonly whole: readonly [from: number, to: number]
    readonly some: readonly [from: number, to: number]
  }
  /** The true statement, for a false true/false. */
  readonly correction?: string
  readonly explanation: string
}

/** What whoever makes a set would like of a draft; followed where the ask allows it. */
export interface Wish {
  /** Places of the key among sorted options, 0 for the smallest, best first. */
  readonly ranks?: readonly number[]
  /** Whether a true/false statement shall be true. */
  readonly truth?: boolean
  /** Which of the equally good wrong answers a false statement shall put: 0 is the first drawn. */
  readonly turn?: number
  /** Figures of the article, so that none of them is made up as 'no such figure'. */
  readonly taken?: readonly { readonly value: number; readonly unit: string }[]
}

/** Everything the house needs to know about one kind. kinds.ts is the table. */
export interface KindDefinition<K extends Kind> {
  readonly kind: K
  /** A question of this kind from an ask, or null where the kind does not suit it. Same ask, seed and wish, same question. */
  draft(ask: AnyAsk, random: Random, wish?: Wish): QuestionOf<K> | null
  /** How many options or parts it shows, each of which needs an id; 0 for kinds without. */
  countParts(question: QuestionOf<K>): number
  /** How many tries it bears: before the last one, what is known to be wrong must leave two answers or more. Nothing that the key decides has a part in it. */
  mostTries(question: QuestionOf<K>): number
  /** `ids` are fresh random ids, at least `countParts` of them. */
  arrange(question: QuestionOf<K>, ids: readonly string[], random: Random): Arrangement
  show(question: QuestionOf<K>, arrangement: Arrangement): ShownOf<K>
  /** The answer in a request body, or null for a blank; `undefined` when it is no answer to this question at all. */
  readAnswer(raw: unknown, arrangement: Arrangement): AnswerByKind[K] | null | undefined
  /** `tries`: which try the answer was, from 1. */
  feedback(
    question: QuestionOf<K>,
    answer: AnswerByKind[K] | null,
    arrangement: Arrangement,
    tries: number,
  ): Feedback
  /** The question with this answer for its key; null where the answer leaves part of the key open. What was said of why the old key is right is said no more. */
  rekey(question: QuestionOf<K>, answer: AnswerByKind[K], arrangement: Arrangement): QuestionOf<K> | null
}
