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

/** The rule for any text, of which `plainEnd` knows the part that needs no pattern. */
const PIECE = /https?:\/\/\S+|www\.\S+|\s+|\p{L}[\p{L}\p{M}]*|[0-9]+(?:[.,][0-9]+)*|[\s\S]/uy

const LETTER = /^\p{L}/u
const SPACE = /^\s/

const isDigit = (code: number): boolean => code >= 48 && code <= 57
const isPlainLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90)

/** The end of a plain word or mark that begins at `at`; null where only the pattern can tell: digits, foreign letters, what may be an address. */
function plainEnd(part: string, at: number): number | null {
  const first = part.charCodeAt(at)
  if (first > 127 || isDigit(first)) return null
  if (!isPlainLetter(first)) return at + 1
  if (part.startsWith('http', at) || part.startsWith('www.', at)) return null
  let end = at + 1
  while (isPlainLetter(part.charCodeAt(end))) end++
  return part.charCodeAt(end) > 127 ? null : end
}

function pieceEnd(part: string, at: number): number {
  PIECE.lastIndex = at
  return at + (PIECE.exec(part)?.[0].length ?? 1)
}

/** Splits a stretch of folded text, in one pass. */
export function lexemesOf(folded: string, span: Span): Lexeme[] {
  const part = folded.slice(span.start, span.end)
  const lexemes: Lexeme[] = []
  let spaced = true
  let next = 0
  for (let at = 0; at < part.length; at = next) {
    const first = part.charCodeAt(at)
    const plain = plainEnd(part, at)
    next = plain ?? pieceEnd(part, at)
    if (first <= 32 || (first > 127 && SPACE.test(part.charAt(at)))) {
      spaced = true
      continue
    }
    const text = part.slice(at, next)
    const start = span.start + at
    const end = span.start + next
    if (isDigit(first)) {
      lexemes.push({ sort: 'number', text, lower: text, spaced, start, end, digits: readDigits(text) })
    } else {
      const isWord = plain === null ? isForeignWord(text) : isPlainLetter(first)
      const sort = isWord ? 'word' : 'mark'
      lexemes.push({ sort, text, lower: text.toLowerCase(), spaced, start, end })
    }
    spaced = false
  }
  return lexemes
}

/** Of the pieces that only the pattern finds, addresses are marks. */
const isForeignWord = (text: string): boolean =>
  LETTER.test(text) && !text.includes('.') && !text.includes('/')

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
