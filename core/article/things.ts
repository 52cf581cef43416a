import { keepWith } from '../remember.ts'
import type { Name, NameSort } from './name.ts'
import type { Reading } from './reading.ts'
import { titleOf } from './title.ts'

/** A named thing of an article with all its mentions, in the order of the text. */
export interface Thing {
  readonly canonical: string
  readonly mentions: readonly Name[]
  /** Whether it stands behind 'the' in a sentence. */
  readonly takesThe: boolean
}

interface Things {
  readonly byName: ReadonlyMap<string, Thing>
  readonly byFirstWord: ReadonlyMap<string, readonly Thing[]>
  /** The most often named first, else in order of first mention. */
  readonly ranked: readonly Thing[]
}

const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? []

function gather(names: readonly Name[]): Things {
  const mentions = new Map<string, Name[]>()
  for (const name of names) {
    const known = mentions.get(name.canonical)
    if (known) known.push(name)
    else mentions.set(name.canonical, [name])
  }
  const byName = new Map<string, Thing>()
  for (const [canonical, all] of mentions)
    byName.set(canonical, { canonical, mentions: all, takesThe: all.some((mention) => mention.takesThe) })
  const byFirstWord = new Map<string, Thing[]>()
  for (const thing of byName.values()) {
    const [first = ''] = wordsOf(thing.canonical)
    const known = byFirstWord.get(first)
    if (known) known.push(thing)
    else byFirstWord.set(first, [thing])
  }
  const ranked = [...byName.values()].sort((a, b) => b.mentions.length - a.mentions.length)
  return { byName, byFirstWord, ranked }
}

/** Gathered once for a reading: looking through every mention for every fact would cost the square of the article's length. */
const thingsOf = keepWith(({ names }: Reading): Things => gather(names))

/** The full names of the things of one sort, in the order in which the article first names them. */
export function* thingsInOrder(reading: Reading, sort: NameSort): Generator<string> {
  for (const { canonical, mentions } of thingsOf(reading).byName.values())
    if (mentions.some((mention) => mention.sort === sort)) yield canonical
}

/** Every named thing, the most often named first. */
export const rankedThings = (reading: Reading): readonly Thing[] => thingsOf(reading).ranked

/** The mentions of the thing whose fullest name is `canonical`, in the order of the text. */
export const mentionsOf = (reading: Reading, canonical: string): readonly Name[] =>
  thingsOf(reading).byName.get(canonical)?.mentions ?? []

/** The things that `text` gives their full name, in the order in which the article first names them. */
export function thingsNamedIn(reading: Reading, text: string): Thing[] {
  const { byFirstWord } = thingsOf(reading)
  const found = [...new Set(wordsOf(text))]
    .flatMap((word) => byFirstWord.get(word) ?? [])
    .filter(({ canonical }) => text.includes(canonical))
  return found.sort((a, b) => (a.mentions[0]?.start ?? 0) - (b.mentions[0]?.start ?? 0))
}

/** The capitalised words of the bodies and places that an article names, by any of their names. */
const bodyWords = keepWith(
  ({ names }: Reading): ReadonlySet<string> =>
    new Set(
      names
        .filter(({ sort }) => sort === 'organisation' || sort === 'place')
        .flatMap(({ text }) => wordsOf(text).filter((word) => /^\p{Lu}/u.test(word))),
    ),
)

/** Whether `text` names a body or a place of the article, if only in part, or a country's people. */
export const speaksOfBody = (reading: Reading, text: string): boolean =>
  wordsOf(text).some((word) => bodyWords(reading).has(word) || reading.nations.has(word))

/** Whether a name stands behind 'the' in a sentence. */
export const takesThe = (reading: Reading, name: string): boolean =>
  thingsOf(reading).byName.get(name)?.takesThe ?? false

/** Whether a name is that of a newspaper or broadcaster which the article only cites: its title does not tell of it. */
export const isOnlyCited = (reading: Reading, name: string): boolean =>
  !titleOf(reading).includes(name) &&
  mentionsOf(reading, name).some(({ kind, sector }) => kind === 'media' || sector === 'media')
