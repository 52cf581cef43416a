import {
  arrangePlainly,
  type Kind,
  type Question,
  type QuestionOf,
  type RemedyName,
  type Shown,
  show,
} from '#core'
import type { AnswerView } from '#server/attempts/view'

/** How somebody answers: what is right, what is wrong for certain, or nothing. */
export type Way = 'right' | 'wrong' | 'blank'

type Answers<K extends Kind> = (question: QuestionOf<K>, shown: Extract<Shown, { kind: K }>) => AnswerView

/** The right answer to a question as it is shown, and for some kinds a wrong one, always the same; reckoned from the words alone. */
const ANSWERS: { readonly [K in Kind]: { readonly right: Answers<K>; readonly wrong?: Answers<K> } } = {
  choice: {
    right: ({ answer }, { options }) => idOf(options, answer),
    wrong: (question, { options }) =>
      idOf(options, question.options.find(({ correct }) => !correct)?.text ?? ''),
  },
  'multiple-response': {
    right: ({ answer }, { options }) => answer.map((text) => idOf(options, text)),
  },
  'true-false': { right: ({ answer }) => answer, wrong: ({ answer }) => !answer },
  number: { right: ({ answer }) => answer, wrong: ({ answer }) => 10 * answer + 1_000_000 },
  cloze: { right: ({ answer }) => answer, wrong: () => 'nobody you know' },
  ordering: { right: ({ answer }, { items }) => answer.map((text) => idOf(items, text)) },
  matching: {
    right: ({ answer }, { lefts, rights }) =>
      answer.map(([left, right]) => [idOf(lefts, left), idOf(rights, right)] as const),
  },
  estimate: { right: ({ answer }) => answer },
}

const idOf = (options: readonly { readonly id: string; readonly text: string }[], text: string): string =>
  options.find((option) => option.text === text)?.id ?? ''

/** Kinds whose wrong answer may be made the key. */
const REKEYED: ReadonlySet<Kind> = new Set(['choice', 'true-false'])

/** Whether a question's wrong answer may become right by a regrade. */
export const hasOtherKey = ({ kind }: Question): boolean => REKEYED.has(kind)

/** The answer of this way; right where the kind has no answer that is wrong for certain. */
export function answerIn(
  way: Way,
  question: Question,
  shown: Shown,
): { readonly way: Way; readonly answer: AnswerView } {
  if (way === 'blank') return { way, answer: null }
  const { right, wrong } = ANSWERS[question.kind] as { right: Answers<Kind>; wrong?: Answers<Kind> }
  return way === 'wrong' && wrong
    ? { way, answer: wrong(question as never, shown as never) }
    : { way: 'right', answer: right(question as never, shown as never) }
}

/** The wrong answer as a regrade brings it for a key. */
export const otherKey = (question: Question): AnswerView =>
  answerIn('wrong', question, show(question, arrangePlainly(question))).answer

/** What an answer comes to under a regrade, or under none; null where it is out of the score. */
export const MARKS: { readonly [R in RemedyName | 'none']: { readonly [W in Way]: number | null } } = {
  none: { right: 1, wrong: 0, blank: 0 },
  void: { right: null, wrong: null, blank: null },
  'full-credit': { right: 1, wrong: 1, blank: 1 },
  'accept-also': { right: 1, wrong: 1, blank: 0 },
  'corrected-key': { right: 0, wrong: 1, blank: 0 },
}
