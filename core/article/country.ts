import type { Lexicon } from '../lexicon.ts'
import { keepWith } from '../remember.ts'
import type { Sentence } from './reading.ts'

/** How a country is called before a noun: 'US', 'UK', else its name. */
const SHORT: Readonly<Record<string, string>> = {
  'United States': 'US',
  'United Kingdom': 'UK',
  'European Union': 'EU',
}

/** Towns, states and stretches of the earth that have an adjective and yet are no country. */
const NO_COUNTRY =
  /^(?:Alaska|Arctic|Balkans|Baltics|Bavaria|California|Caribbean|Catalonia|Flanders|Hawaii|Iberia|Kashmir|Kurdistan|London|Mediterranean|Moscow|Nordics|Pacific|Paris|Scandinavia|Siberia|Sicily|Texas|Wallonia|Middle East|(?:(?:Central|East|South|Southeast|South-East|Latin|North|Northern|Southern|West|Western|Eastern) )?(?:Africa|America|Asia)|(?:Central|Eastern|Western) Europe)$/

/** The countries, and the regions like them, that a lexicon has an adjective for. Gathered once for a lexicon, which is far longer than an article. */
export const countriesOf = keepWith(
  ({ demonyms }: Lexicon): ReadonlySet<string> =>
    new Set([...demonyms.values()].filter((place) => !NO_COUNTRY.test(place))),
)

/** The countries that sentences name or whose adjective they use. */
function countriesIn(sentences: readonly Sentence[], lexicon: Lexicon): Set<string> {
  const { demonyms, places } = lexicon
  const countries = countriesOf(lexicon)
  const found = new Set<string>()
  for (const { tokens } of sentences)
    for (const [i, { text }] of tokens.entries()) {
      // The Bank of England is the bank of more than England.
      if (text === 'England' && tokens[i - 2]?.text === 'Bank') continue
      // 'Sells stake to Norway' is of somebody who deals with it.
      if (/^(?:to|from|against)$/.test(tokens[i - 1]?.lower ?? '')) continue
      const country = demonyms.get(text) ?? (places.has(text) ? text : undefined)
      if (country !== undefined && countries.has(country)) found.add(SHORT[country] ?? country)
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
