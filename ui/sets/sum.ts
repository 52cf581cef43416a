import type { QuestionRow } from '#server/bank/view'
import { SAID_LEVELS } from '#ui/article/topics.ts'
import { SAID_KINDS } from '#ui/questions/said-kinds.ts'
import { sayCount } from '#ui/text/dates.ts'

const LEVELS = ['easy', 'medium', 'hard'] as const

/** What questions amount to together: '10 questions from 3 articles: choice, number and cloze; easy to hard'. */
export function sayRows(rows: readonly QuestionRow[]): string {
  if (rows.length === 0) return 'No questions yet'
  const articles = new Set(rows.map(({ slug }) => slug)).size
  const kinds = [...new Set(rows.map(({ kind }) => SAID_KINDS[kind].toLowerCase()))]
  const listed = kinds.length < 2 ? kinds.join() : `${kinds.slice(0, -1).join(', ')} and ${kinds.at(-1)}`
  const levels = LEVELS.filter((each) => rows.some(({ level }) => level === each)).map((each) =>
    SAID_LEVELS[each].toLowerCase(),
  )
  const range = [...new Set([levels[0], levels.at(-1)])].filter((each) => each !== undefined).join(' to ')
  return `${sayCount(rows.length, 'question')} from ${sayCount(articles, 'article')}: ${listed}${range === '' ? '' : `; ${range}`}`
}
