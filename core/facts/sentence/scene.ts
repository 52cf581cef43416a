import type { Reading } from '../../article/reading.ts'
import { keepWith } from '../../remember.ts'
import { type Marked, markSentences } from './marked.ts'

/** A reading prepared for finding facts: its sentences marked, and who it is mostly about. */
export interface Scene {
  readonly reading: Reading
  readonly marked: readonly Marked[]
  /** The organisation the article is about, when one stands out. */
  readonly main?: string
}

/** The organisation that is named clearly more often than any other, or that alone is named in the title. */
function mainOrganisation({ names, blocks }: Reading): string | undefined {
  const counts = new Map<string, number>()
  const titled = new Set<string>()
  for (const name of names) {
    if (name.sort !== 'organisation') continue
    counts.set(name.canonical, (counts.get(name.canonical) ?? 0) + 1)
    const title = blocks[0]
    if (title?.kind === 'title' && name.end <= title.end) titled.add(name.canonical)
  }
  const ranked = [...counts].sort((a, b) => b[1] - a[1])
  const [first, second] = ranked
  if (!first || first[1] < 2) return undefined
  if (titled.has(first[0]) && first[1] > (second?.[1] ?? 0)) return first[0]
  return first[1] >= 3 && first[1] >= 2 * (second?.[1] ?? 0) ? first[0] : undefined
}

/** The scene of a reading, prepared once though facts and asks both look: what is gathered from it is kept with it. */
export const prepareScene = keepWith((reading: Reading): Scene => {
  const main = mainOrganisation(reading)
  return { reading, marked: markSentences(reading), ...(main === undefined ? {} : { main }) }
})
