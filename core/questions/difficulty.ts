import type { Amount } from './checker/amount.ts'
import type { Saying } from './checker/article-index.ts'
import type { CheckContext } from './checker/context.ts'
import { Sight } from './checker/sight.ts'
import { sayInWords } from './number-words.ts'
import type { Kind, Question, QuestionOf } from './question.ts'

/** How hard a question is, for choosing by. */
export const LEVELS = ['easy', 'medium', 'hard'] as const
export type Level = (typeof LEVELS)[number]

/** How hard a question is likely to be for somebody who has read its article: an estimate from how it is asked, before anybody has answered it. */
export interface Difficulty {
  readonly level: Level
  /** 0 to 1. */
  readonly score: number
  /** What makes it so, the weightiest first: 'asks for one of four figures; another figure comes close'. */
  readonly reason: string
}

/** What a question asks for by its kind, and how hard that is by itself. */
interface Task {
  readonly score: number
  readonly words: string
}

const isFigure = (key: Saying | null): boolean => (key?.amounts.length ?? 0) > 0

const TASKS: { readonly [K in Kind]: (question: QuestionOf<K>, key: Saying | null) => Task } = {
  choice: ({ options: { length } }, key) => ({
    score: 0.32,
    words: `asks for one of ${sayInWords(length)} ${isFigure(key) ? 'figures' : 'answers'}`,
  }),
  'true-false': () => ({ score: 0.22, words: 'asks whether a statement is right' }),
  number: ({ tolerance }) =>
    tolerance === 0
      ? { score: 0.66, words: 'asks for an exact figure from memory' }
      : { score: 0.56, words: 'asks for a figure from memory, give or take a little' },
  cloze: (_, key) =>
    isFigure(key)
      ? { score: 0.58, words: 'asks for a missing figure from memory' }
      : { score: 0.48, words: 'asks for missing words from memory' },
  'multiple-response': ({ options, answer }) => ({
    score: 0.48,
    words: `asks for ${sayInWords(answer.length)} of ${sayInWords(options.length)} answers`,
  }),
  ordering: ({ answer: { length } }) => ({
    score: 0.5,
    words: `asks for the order of ${sayInWords(length)}`,
  }),
  matching: ({ answer: { length } }) => ({ score: 0.4, words: `asks for ${sayInWords(length)} pairs` }),
  estimate: () => ({ score: 0.42, words: 'asks for about how much' }),
}

const taskOf = <K extends Kind>(question: QuestionOf<K>, key: Saying | null): Task =>
  TASKS[question.kind as K](question, key)

/** Figures closer than this are mixed up; figures further apart than that are not. */
const CLOSE = 1.25
const FAR = 2.5
const LATE = 0.6
const LONG_STEM = 22
const OFTEN = 2

/** How many times the larger of two figures of one sort is the smaller; null where they cannot be compared. */
function ratioOf(a: Amount, b: Amount): number | null {
  if (a.sort !== b.sort || a.value === 0 || b.value === 0) return null
  const ratio = Math.abs(a.value / b.value)
  return ratio < 1 ? 1 / ratio : ratio
}

/** Right and wrong options alike: which of them is the key plays no part in what is made of them. */
const optionsOf = ({ keys, wrong }: Sight): readonly Saying[] => [...keys, ...wrong]

/** How many times the larger of the two options closest to each other is the smaller; null where no two can be compared. */
function closestRatio(sight: Sight): number | null {
  const figures = optionsOf(sight).flatMap(({ amounts }) => amounts[0] ?? [])
  const ratios = figures.flatMap((a, i) => figures.slice(i + 1).flatMap((b) => ratioOf(a, b) ?? []))
  return ratios.length === 0 ? null : Math.min(...ratios)
}

const countOf = (text: string, words: string): number => text.split(words).length - 1
const positionOf = ({ question: { evidence } }: Sight): number =>
  Math.min(...evidence.map(({ start }) => start))
const endOfOpening = ({ reading: { blocks, text } }: Sight): number =>
  blocks.find(({ kind }) => kind === 'paragraph')?.end ?? text.length

/** A statement has a wrong answer to show when it is false, and none when it is true: what depends on them would tell. */
const hasOptions = ({ wrong }: Sight): boolean => wrong.length > 1
const optionsInArticle = (sight: Sight): number =>
  optionsOf(sight).filter(({ text }) => sight.reading.text.includes(text)).length

/** What makes a question harder (above 0) or easier than its task alone. */
const TURNS: readonly {
  readonly by: number
  readonly words: string
  holds(sight: Sight): boolean
}[] = [
  {
    by: 0.2,
    words: 'has to be worked out',
    holds: ({ facts }) => facts.some(({ family }) => family === 'derived'),
  },
  {
    by: 0.18,
    words: 'two of the figures come close',
    holds: (sight) => hasOptions(sight) && (closestRatio(sight) ?? FAR) <= CLOSE,
  },
  {
    by: -0.1,
    words: 'the figures lie far apart',
    holds: (sight) => hasOptions(sight) && (closestRatio(sight) ?? 0) >= FAR,
  },
  {
    by: 0.1,
    words: 'every answer offered stands in the article',
    holds: (sight) => hasOptions(sight) && optionsInArticle(sight) === optionsOf(sight).length,
  },
  {
    by: -0.08,
    words: 'only one of the answers offered stands in the article',
    holds: (sight) => hasOptions(sight) && optionsInArticle(sight) === 1,
  },
  {
    by: -0.12,
    words: 'stands at the opening of the article',
    holds: (sight) => positionOf(sight) < endOfOpening(sight),
  },
  {
    by: 0.08,
    words: 'stands late in the article',
    holds: (sight) => positionOf(sight) > LATE * sight.reading.text.length,
  },
  {
    by: -0.06,
    words: 'the article says it more than once',
    holds: ({ question, key, wrong, reading }) =>
      question.kind !== 'true-false' &&
      key !== null &&
      wrong.length === 0 &&
      countOf(reading.text, key.text) >= OFTEN,
  },
  {
    by: 0.08,
    words: 'the question is long',
    holds: ({ question: { stem } }) => stem.split(' ').length > LONG_STEM,
  },
]

/** So many turns are told; the rest weigh in silence. */
const TOLD = 2
const EASY_BELOW = 0.35
const HARD_FROM = 0.6

/** Estimates how hard a question is, and says why in words a teacher understands. */
export function estimateDifficulty(question: Question, context: CheckContext): Difficulty {
  const sight = new Sight(question, context)
  const task = taskOf(question, sight.key)
  const turns = TURNS.filter(({ holds }) => holds(sight)).sort((a, b) => Math.abs(b.by) - Math.abs(a.by))
  const sum = turns.reduce((score, { by }) => score + by, task.score)
  const score = Math.round(Math.max(0, Math.min(1, sum)) * 100) / 100
  return {
    level: score < EASY_BELOW ? 'easy' : score < HARD_FROM ? 'medium' : 'hard',
    score,
    reason: [task.words, ...turns.slice(0, TOLD).map(({ words }) => words)].join('; '),
  }
}
