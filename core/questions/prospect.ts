import type { Reading } from '../article/reading.ts'
import type { Ask } from './ask.ts'
import { settlingSentence } from './item.ts'
import { openingOf } from './opening.ts'
import { KINDS, type Kind } from './question.ts'

/** An ask in one kind before it is drafted: what the picker weighs. Drafting and checking cost far more than weighing, so only what is picked is drafted. */
export interface Prospect {
  readonly ask: Ask
  readonly kind: Kind
  /** How well the kind suits the ask: 1 at its best, below 0 where it is clumsy. */
  readonly fit: number
  /** The sentence that settles it, -1 where none does. */
  readonly sentence: number
  readonly isNumeric: boolean
  /** How the stem opens, '' for a sentence of the article's own. */
  readonly opening: string
  /** How many figures the stem gives away. */
  readonly spent: number
  /** The key's words, '' for a figure. */
  readonly key: string
}

/** What a kind is made from. */
const SOURCES: { readonly [K in Kind]: 'stem' | 'statement' | 'sentence' } = {
  choice: 'stem',
  'true-false': 'statement',
  number: 'stem',
  cloze: 'sentence',
}

const READABLE = 20
const ENOUGH_RIVALS = 3

/** A choice is at its best among true figures and names of the same article, and nothing is at its best when it is long. */
function fitOf({ rivals }: Ask, kind: Kind, text: string): number {
  const tooLong = Math.max(0, text.split(' ').length - READABLE) / READABLE
  if (kind !== 'choice') return -tooLong
  let own = 0
  for (const { source } of rivals) if (source === 'article' && ++own === ENOUGH_RIVALS) break
  return own / ENOUGH_RIVALS - tooLong
}

const FIGURE = /(?<![\p{L}\d])[^\s\p{L}]?\d/gu
const YEAR = /\b(?:19|20)\d\d\b/g

/** Every ask in every kind that it has the words for. */
export function prospectsOf(asks: readonly Ask[], { sentences }: Reading): Prospect[] {
  return asks.flatMap((ask) => {
    const sentence = settlingSentence(ask.evidence, sentences)
    return KINDS.flatMap((kind): Prospect[] => {
      const text = ask[SOURCES[kind]]
      if (text === undefined || (kind === 'number' && ask.key.type !== 'figure')) return []
      const spends = kind !== 'true-false' && /\d/.test(text)
      return [
        {
          ask,
          kind,
          fit: fitOf(ask, kind, text),
          sentence,
          isNumeric: ask.key.type === 'figure',
          opening: openingOf(text),
          spent: spends ? (text.replace(YEAR, '').match(FIGURE) ?? []).length : 0,
          key: ask.key.type === 'figure' ? '' : ask.key.text,
        },
      ]
    })
  })
}
