import type { Name } from '../../article/name.ts'
import type { Reading } from '../../article/reading.ts'
import { plainWords } from './words.ts'

/** The names of an article by their words, whatever case and punctuation. */
export interface NameIndex {
  /** Every wording of a name once, with its plain words, in the order of the text. */
  readonly texts: ReadonlyMap<string, string>
  /** The first name that has these words as its text or in full. */
  readonly called: ReadonlyMap<string, Name>
  /** All names that have these words in full. */
  readonly inFull: ReadonlyMap<string, readonly Name[]>
  /** First and last words of names of more than one word. */
  readonly parts: { readonly first: ReadonlySet<string>; readonly last: ReadonlySet<string> }
}

export function nameIndexOf({ names }: Reading): NameIndex {
  const texts = new Map<string, string>()
  const called = new Map<string, Name>()
  const inFull = new Map<string, Name[]>()
  const parts = { first: new Set<string>(), last: new Set<string>() }
  for (const name of names) {
    const printed = plainWords(name.text)
    texts.set(name.text, printed)
    const full = plainWords(name.canonical)
    const words = full.split(' ')
    if (words.length > 1) {
      parts.first.add(words[0] ?? '')
      parts.last.add(words.at(-1) ?? '')
    }
    if (!called.has(printed)) called.set(printed, name)
    if (!called.has(full)) called.set(full, name)
    const others = inFull.get(full)
    if (others) others.push(name)
    else inFull.set(full, [name])
  }
  return { texts, called, inFull, parts }
}
