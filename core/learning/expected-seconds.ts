import type { Kind, Question, QuestionOf } from '../questions/question.ts'

/** Words a practised reader takes in a second: about 240 a minute (Brysbaert, 'How many words do we read per minute?', 2019). */
const WORDS_PER_SECOND = 4

/** What is read beside the stem, and the seconds it takes to think and to put the answer down: our own reckoning, to be replaced by measured times. */
const WORK: {
  readonly [K in Kind]: (question: QuestionOf<K>) => { read: readonly string[]; seconds: number }
} = {
  choice: ({ options }) => ({ read: options.map(({ text }) => text), seconds: 4 }),
  'multiple-response': ({ options }) => ({
    read: options.map(({ text }) => text),
    seconds: 2 + 2 * options.length,
  }),
  'true-false': () => ({ read: [], seconds: 4 }),
  number: () => ({ read: [], seconds: 7 }),
  cloze: () => ({ read: [], seconds: 7 }),
  estimate: () => ({ read: [], seconds: 7 }),
  ordering: ({ answer }) => ({ read: answer, seconds: 4 * answer.length }),
  matching: ({ answer }) => ({ read: answer.flat(), seconds: 5 * answer.length }),
}

const workOf = <K extends Kind>(question: QuestionOf<K>) => WORK[question.kind as K](question)

/** In how many seconds somebody who knows the answer reads a question and gives it. */
export function expectedSeconds(question: Question): number {
  const { read, seconds } = workOf(question)
  const words = [question.stem, ...read].join(' ').split(' ').length
  return Math.round(words / WORDS_PER_SECOND + seconds)
}
