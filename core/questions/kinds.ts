import { createRandom, type Random } from '../random.ts'
import type { AnswerByKind, Arrangement, Feedback, KindDefinition, Shown } from './kind.ts'
import { choice } from './kinds/choice.ts'
import { cloze } from './kinds/cloze.ts'
import { estimate } from './kinds/estimate.ts'
import { matching } from './kinds/matching.ts'
import { multipleResponse } from './kinds/multiple-response.ts'
import { number } from './kinds/number.ts'
import { ordering } from './kinds/ordering.ts'
import { trueFalse } from './kinds/true-false.ts'
import type { Kind, Question, QuestionOf } from './question.ts'

/** THE TABLE of kinds. A kind is one file and one line here. */
export const kinds: { readonly [K in Kind]: KindDefinition<K> } = {
  choice,
  'multiple-response': multipleResponse,
  'true-false': trueFalse,
  number,
  cloze,
  ordering,
  matching,
  estimate,
}

type Answer = AnswerByKind[Kind]

/** The row of a question's own kind. The one place that tells the compiler that a question and its row belong together. */
const rowOf = <K extends Kind>(question: QuestionOf<K>): KindDefinition<K> => kinds[question.kind as K]

/** How many ids `arrange` needs for a question. */
export const countParts = (question: Question): number => rowOf(question).countParts(question)

/** How one attempt shows a question; `ids` are fresh random ids, at least `countParts` of them. */
export const arrange = (question: Question, ids: readonly string[], random: Random): Arrangement =>
  rowOf(question).arrange(question, ids, random)

/** What the learner sees before answering: nothing of the key. */
export const show = (question: Question, arrangement: Arrangement): Shown =>
  rowOf(question).show(question, arrangement)

/** The answer in a request body; null for a blank, undefined when it is no answer to this question. */
export const readAnswer = (
  question: Question,
  raw: unknown,
  arrangement: Arrangement,
): Answer | null | undefined => rowOf(question).readAnswer(raw, arrangement)

/** How many tries a question has where its attempt allows `tries`. */
export const triesOf = (question: Question, tries: number): number =>
  Math.min(tries, rowOf(question).mostTries(question))

/** How a question is shown to whoever says what its key shall be: the same each time. */
export const arrangePlainly = (question: Question): Arrangement =>
  arrange(
    question,
    Array.from({ length: countParts(question) }, (_, i) => `part-${i + 1}`),
    createRandom('plain'),
  )

/** The question with an answer that `readAnswer` gave for its key; null where it leaves part of the key open. */
export const rekey = (question: Question, answer: Answer, arrangement: Arrangement): Question | null =>
  rowOf(question).rekey(question, answer as never, arrangement)

/** Mark, key and reasons for an answer that `readAnswer` gave for the same question and arrangement, at the first try or a later one. */
export const feedback = (
  question: Question,
  answer: Answer | null,
  arrangement: Arrangement,
  tries = 1,
): Feedback => rowOf(question).feedback(question, answer as never, arrangement, tries)
