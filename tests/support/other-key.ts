import type { Kind, Question, QuestionOf } from '#core'
import { spanOf } from './quiz.ts'

const others: { readonly [K in Kind]: (question: QuestionOf<K>) => QuestionOf<K> } = {
  choice: (question) => ({
    ...question,
    ...whispered,
    options: question.options.map(({ text }) => ({ text, correct: text === '20%', why: `OTHER ${text}` })),
    answer: '20%',
  }),
  'true-false': ({ correction: _, ...question }) => ({ ...question, ...whispered, answer: true }),
  number: (question) => ({ ...question, ...whispered, answer: 54 }),
  cloze: (question) => ({ ...question, ...whispered, answer: 'John Roe', accepts: [] }),
  // As many are right: how many is said beforehand.
  'multiple-response': (question) => ({
    ...question,
    ...whispered,
    options: question.options.map(({ text }, i) => ({ text, correct: i > 1, why: `OTHER ${text}` })),
    answer: question.options.slice(2).map(({ text }) => text),
  }),
  ordering: (question) => ({
    ...question,
    ...whispered,
    answer: [...question.answer].reverse(),
    reasons: question.reasons.map((why) => `OTHER ${why}`),
  }),
  matching: (question) => ({
    ...question,
    ...whispered,
    answer: question.answer
      .map(([left], i) => [left, question.answer.at(i - 1)?.[1] ?? ''] as const)
      .reverse(),
    reasons: question.reasons.map((why) => `OTHER ${why}`),
  }),
  estimate: (question) => ({ ...question, ...whispered, answer: 300 }),
}
const whispered = {
  id: 'q-other',
  explanation: 'OTHER explanation',
  facts: ['OTHER-FACT', 'AND-MORE'],
  evidence: [spanOf('kettles, said')],
  hint: 'OTHER hint',
}

/** The same question with another key and other words around it: everything that may not be told before the answer. */
export const withOtherKey = <K extends Kind>(question: QuestionOf<K>): Question =>
  (others[question.kind as K] as (question: QuestionOf<K>) => Question)(question)

/** Ids and times are random or now; in order of first sight, each gets the same name in both runs. */
export function mask(text: string): string {
  const names = new Map<string, string>()
  const name = (found: string) => {
    if (!names.has(found)) names.set(found, `<${names.size}>`)
    return names.get(found) ?? ''
  }
  return text
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|\b[0-9a-f]{12}\b/g, name)
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '<time>')
    .replace(/"seconds": ?0\.\d+/g, '"seconds":<little>')
}
