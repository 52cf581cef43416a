import { remember } from '../../remember.ts'

const FUNCTION_WORDS = new Set(
  `a an and are as at be been being but by can could did do does for from had has have how if in into is it its
  more most much many nor not of on one or over per said say says she he his her him since so some such than that the
  their them then there these they this those to under up was were what when where which while who whom whose why will with
  would about after against all also among any around before between both down during each every few further just like
  made make may might must new no off only other our out own same should still take takes taken through too until very we
  you your according percentage percent cent year years month months quarter figure share amount`.split(
    /\s+/,
  ),
)

const WORD = /[\p{L}\p{N}]+(?:[’'][\p{L}]+)?/gu
/** The same for a plain text. */
const PLAIN_WORD = /[a-z\d]+(?:[’'][a-z]+)?/g
const UNUSUAL = /[^ -~\n\u2010-\u2026£€¥]/

/** Whether a text holds no letters or digits but a to z, A to Z and 0 to 9, as most do: for those a simpler pattern will do. */
export const isPlain = (text: string): boolean => !UNUSUAL.test(text)

const withoutPossessive = (word: string): string => (word.endsWith('s') ? word.replace(/[’']s$/, '') : word)

/** The words of a whole article, lower case, without possessive endings. */
export function splitWords(text: string): readonly string[] {
  const words = isPlain(text)
    ? text.toLowerCase().match(PLAIN_WORD)
    : text.toLowerCase().normalize('NFC').match(WORD)
  if (!words) return []
  return /[’']/.test(text) ? words.map(withoutPossessive) : words
}

/** The words of a short text, likewise. */
export const wordsOf: (text: string) => readonly string[] = remember(splitWords)

/** The words in one line, for comparing texts whatever their case and punctuation. */
export const plainWords: (text: string) => string = remember((text) => wordsOf(text).join(' '))

/** Words that carry meaning of their own, in order of appearance. */
export const contentWords: (text: string) => readonly string[] = remember((text) =>
  wordsOf(text).filter((word) => word.length > 1 && !FUNCTION_WORDS.has(word)),
)

/** A word cut to what its forms share ('invest' for 'invested', 'investment'), good enough for comparing. */
export const rootOf: (word: string) => string = remember((word) =>
  word.length <= 4
    ? word.replace(/s$/, '')
    : word.replace(/(?:ments?|ings?|tions?|ed|es|s|e|al|ly)$/, '').slice(0, 7),
)

/** The words of a text that carry meaning, so cut. */
export const rootsOf: (text: string) => readonly string[] = remember((text) => contentWords(text).map(rootOf))

export const isFunctionWord = (word: string): boolean => FUNCTION_WORDS.has(word.toLowerCase())

/** What a reason opens with is the question's, not the article's. */
export const OPENING_REASON = /^because (?:of )?/

/** Whether a line of words holds the words of another side by side; no words are nowhere. */
export function holdsWords(line: string, words: string): boolean {
  if (words === '') return false
  for (let at = line.indexOf(words); at >= 0; at = line.indexOf(words, at + 1)) {
    const end = at + words.length
    const isWhole =
      (at === 0 || line.charAt(at - 1) === ' ') && (end === line.length || line.charAt(end) === ' ')
    if (isWhole) return true
  }
  return false
}

/** Whether the words of `part` stand side by side in `whole`. */
export const standsIn = (part: string, whole: string): boolean =>
  holdsWords(plainWords(whole), plainWords(part))
