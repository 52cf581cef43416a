import { MONEY_MARKS, MONEY_WORDS } from './currencies.ts'
import { PARTS } from './fractions.ts'
import { type Lexeme, pastHyphen } from './lexemes.ts'
import { EXACT_WORDS, VAGUE_WORDS } from './number-words.ts'
import { SCALES } from './scales.ts'

const NUMBERS: ReadonlySet<string> = new Set([...EXACT_WORDS, ...VAGUE_WORDS, 'half', 'quarter', 'minus'])
const MONEY: ReadonlySet<string> = new Set(MONEY_WORDS)
const MARKS: ReadonlySet<string> = new Set([...MONEY_MARKS, '½', '¼', '¾', '⅓', '⅔'])

/** 'a dozen', 'a third', 'a half-billion': what an article must stand before to be a number. */
function isCounting(lexemes: readonly Lexeme[], at: number): boolean {
  const word = lexemes[pastHyphen(lexemes, at)]?.lower ?? ''
  return PARTS.has(word) || SCALES.has(word) || word === 'dozen'
}

/** Whether a quantity may begin at a lexeme: a cheap test before the full reading, which most lexemes fail. */
export function mayBegin(lexemes: readonly Lexeme[], at: number): boolean {
  const { sort, text, lower } = lexemes[at] as Lexeme
  if (sort === 'number') return true
  if (sort === 'mark') {
    const after = lexemes[at + 1]
    const isSign = text === '-' || text === '.'
    return isSign ? after?.spaced === false && after.sort !== 'word' : MARKS.has(text)
  }
  if (NUMBERS.has(lower) || MONEY.has(text)) return true
  return lower === 'a' || lower === 'an' ? isCounting(lexemes, at + 1) : lower.endsWith('fold')
}
