import type { Reading } from '../../article/reading.ts'
import { keepWith } from '../../remember.ts'
import { type Marked, markSentences } from './marked.ts'
import { COMPANY_HEADS } from './words.ts'

/** A reading prepared for finding facts: its sentences marked, and who it is mostly about. */
export interface Scene {
  readonly reading: Reading
  readonly marked: readonly Marked[]
  /** The organisation the article is about, when one stands out. */
  readonly main?: string
}

/** How a title speaks of a firm without its name: 'Swiss cement firm', 'German bidder'. */
const FIRM =
  /\b(?:bidder|boss|chief|unit|maker|brewer|seller|owner|rival|trio|duo|deal|bid|stake|merger|takeover)s?\b/i

/** Whether a title speaks of a country or its people and of no firm: 'German economy rebounds'. Whoever is named below it then is only one of several. */
function isOfCountry({ names, nations, sentences, blocks: [title] }: Reading): boolean {
  if (title?.kind !== 'title') return false
  const isIn = ({ start, end }: { readonly start: number; readonly end: number }): boolean =>
    start >= title.start && end <= title.end
  const named = names.filter(isIn)
  const words = sentences.filter(isIn).flatMap(({ tokens }) => tokens)
  return (
    !named.some(({ sort }) => sort === 'organisation' || sort === 'person') &&
    (named.some(({ isCountry }) => isCountry) ||
      words.some(({ text }) => nations.has(text) || /^(?:US|UK|EU)$/.test(text))) &&
    !words.some(
      ({ text, lower }) =>
        COMPANY_HEADS.has(lower) || COMPANY_HEADS.has(lower.replace(/s$/, '')) || FIRM.test(text),
    )
  )
}

/** The organisation that is named clearly more often than any other, or that alone is named in the title. */
function mainOrganisation(reading: Reading): string | undefined {
  const { names, blocks } = reading
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
  if (!first || first[1] < 2 || isOfCountry(reading)) return undefined
  if (titled.has(first[0]) && first[1] > (second?.[1] ?? 0)) return first[0]
  return first[1] >= 3 && first[1] >= 2 * (second?.[1] ?? 0) ? first[0] : undefined
}

/** The scene of a reading, prepared once though facts and asks both look: what is gathered from it is kept with it. */
export const prepareScene = keepWith((reading: Reading): Scene => {
  const main = mainOrganisation(reading)
  return { reading, marked: markSentences(reading), ...(main === undefined ? {} : { main }) }
})
