import { performance } from 'node:perf_hooks'
import {
  type Fact,
  findFacts,
  type Lexicon,
  type Question,
  questionsOf,
  type Reading,
  read,
  type Shortfall,
} from '#core'
import type { Text } from './texts.ts'

/** What is asked of every text. */
export interface Wish {
  readonly count: number
  readonly seed: number
}

/** What the engine made of one text, and how long that took. */
export interface TextRun {
  readonly file: string
  readonly wish: Wish
  readonly reading: Reading
  /** Words of the body, the title apart. */
  readonly words: number
  readonly facts: readonly Fact[]
  readonly questions: readonly Question[]
  readonly shortfall: Shortfall
  readonly ms: number
}

/** Reads a text and asks it; the time is that of reading, facts and questions together. */
export function runText({ file, article }: Text, lexicon: Lexicon, wish: Wish): TextRun {
  const began = performance.now()
  const reading = read(article, lexicon)
  const facts = findFacts(reading)
  const { questions, shortfall } = questionsOf(reading, wish)
  const ms = performance.now() - began
  const words = article.body.split(/\s+/).filter((word) => word !== '').length
  return { file, wish, reading, words, facts, questions, shortfall, ms }
}

/** The sets that other seeds draw from a text that has been read. */
export const setsOf = (
  { reading, wish: { count } }: TextRun,
  seeds: readonly number[],
): (readonly Question[])[] => seeds.map((seed) => questionsOf(reading, { count, seed }).questions)
