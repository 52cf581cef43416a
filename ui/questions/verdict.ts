import type { AnswerByKind, Feedback, Kind } from '#core/learner'
import { sayNumberWord } from '#ui/text/counts.ts'
import { sayScore } from '#ui/text/score.ts'

/** Feedback, with which try the answer was where it was not the first. */
export type Told = Feedback & { readonly tries?: number }

/** Whether the answer itself was wholly right, at whatever try. */
export const isWhole = ({ mark, tries = 1 }: Told): boolean => mark * 2 ** (tries - 1) === 1

/** 'the second try' */
export const sayTry = (tries: number): string => `the ${tries === 2 ? 'second' : 'third'} try`

type Verdict<K extends Kind> = (feedback: Feedback, answer: AnswerByKind[K]) => string

const NOT_QUITE = 'Not quite'
const openingOf = ({ mark }: Feedback): string => (mark > 0 ? 'Partly right' : NOT_QUITE)

const oneAnswer: Verdict<Kind> = ({ key, given }) => `${NOT_QUITE}: the answer is ${key}, you said ${given}`

function found(feedback: Feedback): string {
  const parts = feedback.parts ?? []
  const right = parts.filter(({ key }) => key === 'right')
  const hits = right.filter(({ isRight }) => isRight).length
  const wrong = parts.filter(({ key, isRight }) => key === 'wrong' && !isRight).length
  const also = wrong > 0 ? `, ${sayNumberWord(wrong)} wrong` : ''
  return `${openingOf(feedback)}: ${sayNumberWord(hits)} of ${sayNumberWord(right.length)} found${also}`
}

const shareOf = (feedback: Feedback): string => {
  const parts = feedback.parts ?? []
  const right = parts.filter(({ isRight }) => isRight).length
  return `${sayNumberWord(right)} of ${sayNumberWord(parts.length)}`
}

const placed: Verdict<'ordering'> = (feedback) =>
  feedback.mark > 0 && feedback.parts?.every(({ isRight }) => !isRight)
    ? `${openingOf(feedback)}: more of them in order than not`
    : `${openingOf(feedback)}: ${shareOf(feedback)} in place`

/** How far off, in whole per cent where that says enough. */
function sayShareOff(value: number, answer: number): string {
  const off = (Math.abs(answer - value) / Math.abs(value)) * 100
  return off < 1 ? 'under 1%' : `${Math.round(off)}%`
}

const nearness: Verdict<'estimate'> = (feedback, answer) => {
  const { mark, key, given, figure } = feedback
  if (!figure || figure.value === 0) return oneAnswer(feedback, answer)
  const off = `off by ${sayShareOff(figure.value, answer)}`
  return mark > 0
    ? `Partly right: ${off}, close enough for ${sayScore(mark)}`
    : `${NOT_QUITE}: it is ${key}, you said ${given}, ${off}`
}

/** What is said of an answer that is not wholly right; one a kind. */
const VERDICTS: { readonly [K in Kind]: Verdict<K> } = {
  choice: oneAnswer,
  'multiple-response': found,
  'true-false': oneAnswer,
  number: oneAnswer,
  cloze: oneAnswer,
  ordering: placed,
  matching: (feedback) => `${openingOf(feedback)}: ${shareOf(feedback)} pairs right`,
  estimate: nearness,
}

/** 'Correct', 'Partly right: two of three pairs right' or 'Not quite: the answer is 8%, you said 12%'; 'Right at the second try'; 'The answer is 8%' for a blank. */
export function verdictOf<K extends Kind>(kind: K, feedback: Told, answer: AnswerByKind[K] | null): string {
  if (answer === null) return feedback.parts ? 'The answer is below' : `The answer is ${feedback.key}`
  if (!isWhole(feedback)) return VERDICTS[kind](feedback, answer)
  const right = feedback.tries ? `Right at ${sayTry(feedback.tries)}` : 'Correct'
  return feedback.figure && feedback.given !== feedback.key ? `${right}: it is ${feedback.key}` : right
}

/** Whether an answer was right, partly right or wrong. */
export const standingOf = ({ mark }: Feedback): 'right' | 'partly' | 'wrong' =>
  mark === 1 ? 'right' : mark > 0 ? 'partly' : 'wrong'
