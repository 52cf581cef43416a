import type { Reading } from '../../article/reading.ts'
import { isPlain, wordsOf } from './words.ts'

const CAPITAL = /(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{N}]*/gu
/** The same for a plain text. */
const PLAIN_CAPITAL = /(?<![A-Za-z\d])[A-Z][A-Za-z\d]*/g

/** Marks after which a capital says nothing: a sentence, a quotation or a bracket begins there. */
const BEFORE_OPENING = '.!?:…\n"“‘\'('
/** As far back as such a mark is looked for. */
const REACH = 4

/** Whether nothing but spaces parts a place from such a mark. */
function opensSomething(block: string, at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - REACH); i--) {
    const mark = block.charAt(i)
    if (mark !== ' ') return BEFORE_OPENING.includes(mark)
  }
  return true
}

/** Capitals throughout owe nothing to the sentence. */
const INITIALS = /^\p{Lu}{2,}$/u

/** Words that an article writes with a capital where no sentence begins, or that belong to a name; lower case. */
export function capitalsOf({ text, blocks, names }: Reading): Set<string> {
  const words = new Set<string>()
  for (const name of names) {
    for (const word of wordsOf(name.text)) words.add(word)
    for (const word of wordsOf(name.canonical)) words.add(word)
  }
  for (const { kind, start, end } of blocks) {
    if (kind !== 'paragraph') continue
    const block = text.slice(start, end)
    for (const match of block.matchAll(isPlain(block) ? PLAIN_CAPITAL : CAPITAL))
      if (INITIALS.test(match[0]) || !opensSomething(block, match.index)) words.add(match[0].toLowerCase())
  }
  return words
}
