import type { Lexicon } from '../lexicon.ts'
import { keepWith } from '../remember.ts'
import type { Sentence } from './reading.ts'

/** How a country is called before a noun: 'US', 'UK', else its name. */
const SHORT: Readonly<Record<string, string>> = {
  'United States': 'US',
  'United Kingdom': 'UK',
  'European Union': 'EU',
}

/** The countries, and the regions like them, that a lexicon has an adjective for. Gathered once for a lexicon, which is far longer than an article. */
export const countriesOf = keepWith(
  ({ demonyms }: Lexicon): ReadonlySet<string> => new Set(demonyms.values()),
)

/** The countries that sentences name or whose adjective they use. */
function countriesIn(sentences: readonly Sentence[], lexicon: Lexicon): Set<string> {
  const { demonyms, places } = lexicon
  const countries = countriesOf(lexicon)
  const found = new Set<string>()
  for (const { tokens } of sentences)
    for (const { text } of tokens) {
      const country = demonyms.get(text) ?? (countries.has(text) && places.has(text) ? text : undefined)
      if (country !== undefined) found.add(SHORT[country] ?? country)
    }
  return found
}

/** The one country that the title, or else the opening, speaks of; undefined when there is none or more than one. */
export function countryOf(
  title: readonly Sentence[],
  opening: readonly Sentence[],
  lexicon: Lexicon,
): string | undefined {
  for (const sentences of [title, opening]) {
    const [first, second] = countriesIn(sentences, lexicon)
    if (first !== undefined) return second === undefined ? first : undefined
  }
  return undefined
}
