import type { Span } from '../article/span.ts'
import { foldText } from '../folded-text.ts'
import { type Lexeme, lexemesOf } from './lexemes.ts'

/** One stretch of a text with its lexemes. */
export interface Stretch extends Span {
  readonly lexemes: readonly Lexeme[]
}

/** A text made ready for the grammars of times and of quantities, which both go by its lexemes. */
export interface Lexed {
  readonly folded: string
  readonly stretches: readonly Stretch[]
}

/** Folds a text and splits the given spans of it; all of it where none are given. */
export function lex(text: string, spans: readonly Span[] = [{ start: 0, end: text.length }]): Lexed {
  const folded = foldText(text)
  const stretches = spans.map(({ start, end }) => ({
    start,
    end,
    lexemes: lexemesOf(folded, { start, end }),
  }))
  return { folded, stretches }
}
