import type { Span } from '../article/span.ts'
import { toHand, type Written } from '../questions/by-hand.ts'
import type { Kind, Question } from '../questions/question.ts'
import { oneLine } from '../questions/written.ts'

/** The text that passages stand in. */
export interface Source {
  readonly title: string
  /** YYYY-MM-DD; null where nothing is known of it. */
  readonly date: string | null
  /** As the reader sees it: title, blank line, body. */
  readonly text: string
}

/** Words that carry the key; `at` is where they stand in their source, null where only the words are known. */
export interface Quote {
  readonly quote: string
  readonly at: number | null
}

/** What a question says, kind by kind, without where it stands. */
export type Said = { readonly [K in Kind]: Omit<Extract<Written, { kind: K }>, 'evidence'> }[Kind]
export type SaidOf<K extends Kind> = Extract<Said, { kind: K }>

/** A question on its way from one bank to another. */
export interface Carried {
  /** The same in every file that holds the question, so that bringing it in twice changes it instead of doubling it. */
  readonly id: string
  readonly says: Said
  /** Exactly what carries the key; none where the file came from a program that knows nothing of the kind. */
  readonly evidence: readonly Quote[]
  /** The sentences that settle it, as they are shown to whoever has answered. */
  readonly passages: readonly string[]
  /** The place of its source among those of the bank. */
  readonly source: number | null
}

/** Questions that leave or come in together, with the texts they are about. */
export interface Bank {
  readonly title: string
  readonly sources: readonly Source[]
  readonly questions: readonly Carried[]
}

/** The parts of a question in the order in which files hold them. */
const PARTS = [
  ...['kind', 'stem', 'options', 'answer', 'unit', 'tolerance', 'low', 'high'],
  ...['accepts', 'correction', 'reasons', 'explanation', 'hint'],
]

/** What a question says with its parts in the order of files. */
export function inOrder(says: Said): Said {
  const given = new Map(Object.entries(says))
  return Object.fromEntries(
    PARTS.flatMap((part) => (given.has(part) ? [[part, given.get(part)]] : [])),
  ) as never
}

/** Every text within a value on one line. */
function onOneLine<Value>(value: Value): Value {
  if (typeof value === 'string') return oneLine(value) as Value
  if (Array.isArray(value)) return value.map(onOneLine) as Value
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, onOneLine(each)])) as Value
}

/** A question as it leaves the house, under an id that it keeps. */
export function carry(question: Question, about: Pick<Carried, 'id' | 'source' | 'passages'>): Carried {
  const { evidence: _, ...says } = toHand(question)
  return {
    ...about,
    says: inOrder(onOneLine(says) as Said),
    evidence: question.evidence.map(({ start, quote }) => ({ quote, at: start })),
  }
}

/** Where words stand in a text: at their place, or else where they stand once. Words that stand twice settle nothing by themselves. */
function spotOf(text: string, { quote, at }: Quote): Span | null {
  if (quote === '') return null
  if (at !== null && text.startsWith(quote, at)) return { start: at, end: at + quote.length }
  const start = text.indexOf(quote)
  if (start < 0 || text.includes(quote, start + 1)) return null
  return { start, end: start + quote.length }
}

function allIn(text: string, quotes: readonly Quote[]): readonly Span[] | null {
  const spots = quotes.flatMap((quote) => spotOf(text, quote) ?? [])
  return spots.length > 0 && spots.length === quotes.length ? spots : null
}

/** Where a text carries the key of a question: what carried it before, or else its passages. Null where not all of either stand there. */
export const anchorIn = (text: string, { evidence, passages }: Carried): readonly Span[] | null =>
  allIn(text, evidence) ??
  allIn(
    text,
    passages.map((quote) => ({ quote, at: null })),
  )
