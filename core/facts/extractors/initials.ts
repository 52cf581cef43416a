import { type Marked, wordAt } from '../sentence/marked.ts'
import type { Scene } from '../sentence/scene.ts'

const SMALL = /^(?:of|and|for|the|in|on|&|-)$/

/** Where the words begin that end before token `open` and begin with these letters, one each; -1 where they do not. Small words are skipped, or tried as well. */
function spelledFrom(marked: Marked, open: number, short: string, isSkipping: boolean): number {
  const letters = [...short.toLowerCase()]
  let at = open - 1
  for (; at >= 0 && letters.length > 0; at--) {
    const word = wordAt(marked, at)
    const isSmall = SMALL.test(word)
    if (!(isSmall && isSkipping) && word.startsWith(letters.at(-1) ?? '')) letters.pop()
    else if (!isSmall) return -1
  }
  return letters.length === 0 ? at + 1 : -1
}

/** Initials and what they stand for, with the token where that begins. */
interface Spelled {
  readonly long: string
  readonly short: string
  readonly from: number
}

/** Initials in brackets, or behind ', or', with the words they stand for before them: 'gross domestic product (GDP)', 'the Office of Fair Trading, or OFT,'. */
export function expansionAt({ reading }: Scene, marked: Marked, open: number): Spelled | null {
  const isInBrackets = wordAt(marked, open) === '(' && wordAt(marked, open + 2) === ')'
  const isAside =
    wordAt(marked, open) === ',' &&
    wordAt(marked, open + 1) === 'or' &&
    /^[,.]$/.test(wordAt(marked, open + 3))
  return isInBrackets || isAside ? spelledAt(reading.text, marked, open, isAside ? open + 2 : open + 1) : null
}

function spelledAt(text: string, marked: Marked, open: number, at: number): Spelled | null {
  const short = marked.tokens[at]?.text ?? ''
  if (!/^\p{Lu}{2,5}$/u.test(short)) return null
  const skipping = spelledFrom(marked, open, short, true)
  const from = skipping === -1 ? spelledFrom(marked, open, short, false) : skipping
  if (from === -1) return null
  const start = marked.tokens[from]?.start ?? 0
  const end = marked.tokens[open - 1]?.end ?? 0
  return { long: text.slice(start, end).replace(/\s+/g, ' '), short, from }
}
