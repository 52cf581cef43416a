import type { Span } from '../article/span.ts'
import { type Digits, readDigits } from './digits.ts'

/** A word, a run of digits with their separators, or a single mark (an address of the web is one), as the grammar of quantities sees it. */
export interface Lexeme extends Span {
  readonly sort: 'word' | 'number' | 'mark'
  /** As folded: plain apostrophes, hyphens and digits. */
  readonly text: string
  readonly lower: string
  /** Whether space (or the edge of the text read) stands before it. */
  readonly spaced: boolean
  /** What a run of digits says; null where its separators make no sense, absent for anything else. */
  readonly digits?: Digits | null
}

const PIECE = /https?:\/\/\S+|www\.\S+|\s+|\p{L}[\p{L}\p{M}]*|[0-9]+(?:[.,][0-9]+)*|[\s\S]/gu

const LETTER = /^\p{L}/u

/** Splits a stretch of folded text, in one pass. */
export function lexemesOf(folded: string, { start, end }: Span): Lexeme[] {
  const lexemes: Lexeme[] = []
  let spaced = true
  for (const match of folded.slice(start, end).matchAll(PIECE)) {
    const text = match[0]
    const first = text.charCodeAt(0)
    if (first <= 32 || /^\s/.test(text)) {
      spaced = true
      continue
    }
    const isDigit = first >= 48 && first <= 57
    const at = start + match.index
    const end = at + text.length
    if (isDigit) {
      lexemes.push({ sort: 'number', text, lower: text, spaced, start: at, end, digits: readDigits(text) })
    } else {
      const sort = LETTER.test(text) && !text.includes('.') && !text.includes('/') ? 'word' : 'mark'
      lexemes.push({ sort, text, lower: text.toLowerCase(), spaced, start: at, end })
    }
    spaced = false
  }
  return lexemes
}

/** Whether a word begins with a capital. */
export const isCapital = (lexeme: Lexeme): boolean =>
  lexeme.sort === 'word' && lexeme.text.charAt(0) !== lexeme.lower.charAt(0)

/** Whether the lexemes from `at` on are these words, in lower case. */
export const wordsAt = (lexemes: readonly Lexeme[], at: number, words: readonly string[]): boolean =>
  words.every((word, i) => lexemes[at + i]?.lower === word)

/** The place behind a hyphen that ties the next word to what stands before ('five-year', '5-percent'); `at` itself where there is none. */
export function pastHyphen(lexemes: readonly Lexeme[], at: number): number {
  const hyphen = lexemes[at]
  const word = lexemes[at + 1]
  return hyphen?.text === '-' && !hyphen.spaced && word?.sort === 'word' && !word.spaced ? at + 1 : at
}
