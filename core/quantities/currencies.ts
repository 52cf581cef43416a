import { CODES, MARKS, NATIONS, PREFIXES, SMALL, WHOSE, WORDS } from './currency-names.ts'
import { type Lexeme, pastHyphen } from './lexemes.ts'

/** The words money may begin with, as printed. */
export const MONEY_WORDS: readonly string[] = [
  ...CODES,
  ...Object.keys(PREFIXES),
  ...Object.values(WHOSE).flatMap(Object.keys),
  'Y',
]

/** The marks money may begin with. */
export const MONEY_MARKS: readonly string[] = Object.keys(MARKS)

/** A currency read beside a number. */
export interface Money {
  readonly unit: string
  readonly next: number
}

/** The currency that stands before a number ('US$', '$A', 'Rmb', 'CHF', '£'); the number is at `next`. */
export function readCurrencyBefore(lexemes: readonly Lexeme[], at: number): Money | null {
  const first = lexemes[at]
  if (!first) return null
  const glued = at > 0 && !first.spaced && lexemes[at - 1]?.sort !== 'mark'
  if (first.sort === 'word') {
    if (glued) return null
    const mark = lexemes[at + 1]
    const whose = mark && WHOSE[mark.text]?.[first.text]
    if (whose !== undefined && (!mark?.spaced || /^(?:US|HK|NZ|AU|NT)$/.test(first.text)))
      return { unit: whose, next: at + 2 }
    // 'Y=28,030', as Reuters writes yen.
    if (first.text === 'Y' && mark?.text === '=' && !mark.spaced) return { unit: 'JPY', next: at + 2 }
    const word =
      PREFIXES[first.text] ??
      (CODES.has(first.text) ? (first.text === 'CNH' ? 'CNY' : first.text) : undefined)
    if (word === undefined) return null
    if (/^(?:PS|R|DM|SR)$/.test(first.text) && mark?.spaced) return null
    if (mark?.text === '.' && !mark.spaced && first.text === 'Rs') return { unit: word, next: at + 2 }
    const symbol = mark && MARKS[mark.text]
    return { unit: word, next: symbol === undefined ? at + 1 : at + 2 }
  }
  const unit = MARKS[first.text]
  if (unit === undefined) return null
  const after = lexemes[at + 1]
  const whose = after?.sort === 'word' && !after.spaced ? WHOSE[first.text]?.[after.text] : undefined
  return whose === undefined ? { unit, next: at + 1 } : { unit: whose, next: at + 2 }
}

/** What may follow an amount that already has its mark: '$31.20 US', '$5m USD'. */
export function readCurrencyEcho(lexemes: readonly Lexeme[], at: number, unit: string): Money {
  const word = lexemes[at]
  if (word?.sort !== 'word') return { unit, next: at }
  if (unit === 'USD' && word.text === 'US' && word.spaced) return { unit, next: at + 1 }
  if (unit === 'USD' && word.text === 'U' && lexemes[at + 1]?.text === '.' && lexemes[at + 2]?.text === 'S') {
    return { unit, next: lexemes[at + 3]?.text === '.' && !lexemes[at + 3]?.spaced ? at + 4 : at + 3 }
  }
  if (unit === 'USD' && /^(?:Canadian|Australian|Cdn)$/.test(word.text)) {
    return { unit: word.text === 'Australian' ? 'AUD' : 'CAD', next: at + 1 }
  }
  if (CODES.has(word.text) && (unit === 'USD' || unit === word.text)) return { unit: word.text, next: at + 1 }
  return { unit, next: at }
}

const SINGULAR = /s$/

/** The currency that stands behind a number ('euros', 'Hong Kong dollars', '€', 'JPY', 'cents', 'p'); null where none does. `isLarge` says that a scale was written, which settles words that mean other things too ('pounds', 'won'). */
export function readCurrencyAfter(
  lexemes: readonly Lexeme[],
  at: number,
  isLarge: boolean,
  value: number,
): Money | null {
  const first = lexemes[at]
  if (!first) return null
  if (first.text === '¢') return { unit: 'USD cent', next: at + 1 }
  const mark = first.sort === 'mark' ? MARKS[first.text] : undefined
  if (
    mark !== undefined &&
    (!first.spaced || mark === 'EUR') &&
    (lexemes[at + 1]?.sort !== 'number' || lexemes[at + 1]?.spaced)
  )
    return { unit: mark, next: at + 1 }
  const from = pastHyphen(lexemes, at)
  const word = lexemes[from]
  if (word?.sort !== 'word') return null
  if (CODES.has(word.text)) return { unit: word.text === 'CNH' ? 'CNY' : word.text, next: from + 1 }
  const qualified = readNation(lexemes, from)
  if (qualified) return qualified
  if (word.lower === 'euro' && /^cents?$/.test(lexemes[from + 1]?.lower ?? ''))
    return { unit: 'EUR cent', next: from + 2 }
  if (word.lower === 'p' ? word.text === 'p' : word.lower in SMALL) {
    const unit = SMALL[word.lower]
    if (unit !== undefined) return { unit, next: from + 1 }
  }
  if (word.lower === 'pounds' || word.lower === 'pound') {
    if (lexemes[from + 1]?.lower === 'sterling') return { unit: 'GBP', next: from + 2 }
    return isLarge ? { unit: 'GBP', next: from + 1 } : null
  }
  // 'Leeds, with 10, won': a verb unless so many can only be money.
  if (word.lower === 'won' && !isLarge && value < 1000) return null
  // 'The 12 euro zone countries' are no money.
  if (word.lower === 'euro' && /^(?:zone|area)$/.test(lexemes[from + 1]?.lower ?? '')) return null
  const unit = WORDS[word.lower]
  return unit === undefined ? null : { unit, next: from + 1 }
}

function readNation(lexemes: readonly Lexeme[], at: number): Money | null {
  for (const words of [1, 2] as const) {
    const noun = lexemes[at + words]?.lower ?? ''
    const table = NATIONS[noun] ?? NATIONS[noun.replace(SINGULAR, '')]
    if (table === undefined) continue
    const nation = lexemes.slice(at, at + words).map(({ lower }) => lower)
    const unit = table[nation.join(' ')]
    if (unit !== undefined) return { unit, next: at + words + 1 }
  }
  if (wordsOfUs(lexemes, at) && NATIONS[lexemes[at + 4]?.lower.replace(SINGULAR, '') ?? '']?.us) {
    return { unit: 'USD', next: at + 5 }
  }
  return null
}

/** 'U.S.' is four lexemes. */
const wordsOfUs = (lexemes: readonly Lexeme[], at: number): boolean =>
  lexemes[at]?.text === 'U' &&
  lexemes[at + 1]?.text === '.' &&
  lexemes[at + 2]?.text === 'S' &&
  lexemes[at + 3]?.text === '.'
