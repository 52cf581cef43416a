import type { Name } from '../../article/name.ts'
import type { Reading, Sentence, Token } from '../../article/reading.ts'
import type { Span } from '../../article/span.ts'
import type { Period } from '../../periods/period.ts'
import type { Quantity } from '../../quantities/quantity.ts'

/** A stretch of a sentence as token indices, `to` exclusive. */
export interface Range {
  readonly from: number
  readonly to: number
}

/** A sentence with what was found in it, by token. */
export interface Marked {
  readonly sentence: Sentence
  readonly tokens: readonly Token[]
  readonly names: readonly (Name | undefined)[]
  readonly quantities: readonly (Quantity | undefined)[]
  readonly periods: readonly (Period | undefined)[]
  /** Whether the token lies in quotation marks, which may have been opened sentences before. */
  readonly quoted: readonly boolean[]
  /** Whether a quotation is still open behind its last token. */
  readonly isOpenAfter: boolean
  /** Whether the sentence is the title. */
  readonly isTitle: boolean
  /** Whether a name, and whether a quantity, stands in it: much of what is looked for is found at no other. */
  readonly hasNames: boolean
  readonly hasFigures: boolean
}

/** For each token the item that covers it; both lists ascend. */
function cover<T extends Span>(
  tokens: readonly Token[],
  items: readonly T[],
  from: number,
): (T | undefined)[] {
  const covering: (T | undefined)[] = []
  let i = from
  for (const token of tokens) {
    while (i < items.length && (items[i] as T).end <= token.start) i++
    const item = items[i]
    covering.push(item !== undefined && item.start < token.end ? item : undefined)
  }
  return covering
}

/** The index of the first item that ends behind `at`. */
function firstAfter(items: readonly Span[], at: number): number {
  let low = 0
  let high = items.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((items[middle]?.end ?? 0) <= at) low = middle + 1
    else high = middle
  }
  return low
}

const OPENING = new Set('“«')
const CLOSING = new Set('”»')

/** Every sentence of a reading, marked. Straight quotation marks open and close in turn within a paragraph. */
export function markSentences({ blocks, sentences, names, quantities, periods }: Reading): Marked[] {
  let block = -1
  let isOpen = false
  return sentences.map((sentence) => {
    if (sentence.block !== block) {
      block = sentence.block
      isOpen = false
    }
    const { tokens } = sentence
    const quoted = tokens.map((token) => {
      if (OPENING.has(token.text)) isOpen = true
      else if (CLOSING.has(token.text)) isOpen = false
      else if (token.text === '"') {
        isOpen = !isOpen
        return true
      }
      return isOpen
    })
    const name = firstAfter(names, sentence.start)
    const quantity = firstAfter(quantities, sentence.start)
    return {
      sentence,
      tokens,
      names: cover(tokens, names, name),
      quantities: cover(tokens, quantities, quantity),
      periods: cover(tokens, periods, firstAfter(periods, sentence.start)),
      quoted,
      isOpenAfter: isOpen,
      isTitle: blocks[sentence.block]?.kind === 'title',
      hasNames: (names[name]?.start ?? sentence.end) < sentence.end,
      hasFigures: (quantities[quantity]?.start ?? sentence.end) < sentence.end,
    }
  })
}

/** The items of a cover that begin inside the range, each once. */
export function within<T>(cover: readonly (T | undefined)[], { from, to }: Range): T[] {
  const found: T[] = []
  for (let i = from; i < to; i++) {
    const item = cover[i]
    if (item !== undefined && !found.includes(item)) found.push(item)
  }
  return found
}

/** The word at token `i` in lower case, empty outside the sentence. */
export const wordAt = (marked: Marked, i: number): string => marked.tokens[i]?.lower ?? ''

/** The part of speech at token `i`; what lies outside the sentence counts as punctuation. */
export const posAt = (marked: Marked, i: number): string => marked.tokens[i]?.pos ?? 'PUNCT'

/** Whether the token is a hyphen, which stands right behind a word; a dash is set off by spaces. */
export const isHyphen = ({ tokens }: Marked, i: number): boolean =>
  tokens[i]?.text === '-' && tokens[i - 1]?.end === tokens[i]?.start

/** The last token of the name that covers token `i`. */
export const lastOfName = (marked: Marked, i: number): number => {
  let at = i
  while (marked.names[at + 1] !== undefined && marked.names[at + 1] === marked.names[i]) at++
  return at
}

/** Whether the name at a range is only a part of a phrase behind token `start`, where another name would not fit: 'the group Harrow', 'the Lean On Harrow Fund', 'Harrow shares'. */
export const isPartOfPhrase = (marked: Marked, { from, to }: Range, start: number): boolean =>
  /^(?:NOUN|ADJ|PROPN)$/.test(posAt(marked, from - 1)) ||
  /^(?:NOUN|PROPN)$/.test(posAt(marked, to)) ||
  (from - 1 > start && /^\p{Lu}/u.test(marked.tokens[from - 1]?.text ?? ''))

/** Whether the test holds for one of the indices from `from` to before `to`. */
export const rangeSome = (from: number, to: number, test: (i: number) => boolean): boolean => {
  for (let i = from; i < to; i++) if (test(i)) return true
  return false
}
