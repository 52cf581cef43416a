import {
  type ArticleText,
  type Fact,
  findFacts,
  findQuantities,
  joinMovements,
  type Lexicon,
  type Question,
  questionsOf,
  read,
  type Shortfall,
  wholeText,
} from '#core'
import type { Paint } from './paint.ts'
import { printFacts } from './print-facts.ts'
import { printQuantities } from './print-quantities.ts'
import { printQuestions } from './print-questions.ts'

/** What a command needs beside the text. */
export interface Wish {
  readonly count: number
  readonly seed: number
  readonly lexicon: Lexicon
}

/** One command: what it finds in a text, and how a person is shown that. */
interface CommandDefinition<Found extends { readonly text: string }> {
  readonly purpose: string
  find(article: ArticleText, wish: Wish): Found
  print(found: Found, paint: Paint): string[]
}

const command = <Found extends { readonly text: string }>(
  definition: CommandDefinition<Found>,
): {
  readonly purpose: string
  run(article: ArticleText, wish: Wish): { found: Found; print(paint: Paint): string[] }
} => ({
  purpose: definition.purpose,
  run: (article, wish) => {
    const found = definition.find(article, wish)
    return { found, print: (paint) => definition.print(found, paint) }
  },
})

/** Every line of the text as a span: no quantity runs over a line end. */
function linesIn(text: string): { start: number; end: number }[] {
  let start = 0
  return text.split('\n').map((line) => {
    const span = { start, end: start + line.length }
    start = span.end + 1
    return span
  })
}

/** A quantity as contracts.md prints it. */
function quantitiesOf(text: string) {
  return joinMovements(text, findQuantities(text, linesIn(text))).map(
    ({ start, end, value, high, unit, per, change, alternative }) => ({
      start,
      end,
      quote: text.slice(start, end),
      value,
      ...(high === undefined ? {} : { high }),
      unit,
      ...(per === undefined ? {} : { per }),
      change,
      ...(alternative === undefined
        ? {}
        : { alternative: { ...alternative, quote: text.slice(alternative.start, alternative.end) } }),
    }),
  )
}

/** The commands that work on texts. */
export const COMMANDS = {
  quantities: command({
    purpose: 'the figures of a text',
    find: (article) => {
      const text = wholeText(article)
      return { text, quantities: quantitiesOf(text) }
    },
    print: printQuantities,
  }),
  facts: command<{ text: string; facts: readonly Fact[] }>({
    purpose: 'what it states, with the passages',
    find: (article, { lexicon }) => {
      const reading = read(article, lexicon)
      return { text: reading.text, facts: findFacts(reading) }
    },
    print: printFacts,
  }),
  questions: command<{
    text: string
    facts: readonly Fact[]
    questions: readonly Question[]
    shortfall: Shortfall
  }>({
    purpose: 'questions on it, each with its key and passage',
    find: (article, { count, seed, lexicon }) => {
      const reading = read(article, lexicon)
      const { questions, shortfall } = questionsOf(reading, { count, seed })
      return { text: reading.text, facts: findFacts(reading), questions, shortfall }
    },
    print: printQuestions,
  }),
} as const

export type Command = keyof typeof COMMANDS
export const isCommand = (name: string): name is Command => Object.hasOwn(COMMANDS, name)
