import type { Option, Question } from '../../../../../core/questions/question.ts'
import { sound } from '../../support/sample.ts'

/** A question and what is told of it. */
export type Case = readonly [name: string, question: Question]

/** What breaks a rule, and what comes near and does not. */
export interface Cases {
  readonly breaks: readonly Case[]
  readonly keeps: readonly Case[]
}

type Over<T> = { readonly [P in keyof T]?: unknown }

export const choice = (over: Over<typeof sound.choice> = {}): Question =>
  ({ ...sound.choice, ...over }) as Question
export const person = (over: Over<typeof sound.person> = {}): Question =>
  ({ ...sound.person, ...over }) as Question
export const trueFalse = (over: Over<typeof sound.trueFalse> = {}): Question =>
  ({ ...sound.trueFalse, ...over }) as Question
export const number = (over: Over<typeof sound.number> = {}): Question =>
  ({ ...sound.number, ...over }) as Question
export const cloze = (over: Over<typeof sound.cloze> = {}): Question =>
  ({ ...sound.cloze, ...over }) as Question

export const multipleResponse = (over: Over<typeof sound.multipleResponse> = {}): Question =>
  ({ ...sound.multipleResponse, ...over }) as Question
export const ordering = (over: Over<typeof sound.ordering> = {}): Question =>
  ({ ...sound.ordering, ...over }) as Question
export const matching = (over: Over<typeof sound.matching> = {}): Question =>
  ({ ...sound.matching, ...over }) as Question
export const estimate = (over: Over<typeof sound.estimate> = {}): Question =>
  ({ ...sound.estimate, ...over }) as Question

/** A statement that is true as it stands. */
export const truth = (over: Over<typeof sound.trueFalse> = {}): Question => {
  const { correction: _, ...rest } = sound.trueFalse
  return { ...rest, stem: sound.trueFalse.correction, answer: true, ...over } as Question
}

/** Options and answer from texts; the right one carries a star. */
export function options(...texts: readonly string[]): { options: readonly Option[]; answer: string } {
  const made = texts.map((text) => ({
    text: text.replace('*', ''),
    correct: text.includes('*'),
    why: 'Because the article says so.',
  }))
  return { options: made, answer: made.find(({ correct }) => correct)?.text ?? '' }
}
