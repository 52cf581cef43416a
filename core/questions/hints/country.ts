import type { Sight } from '../checker/sight.ts'
import { standsIn } from '../checker/words.ts'

const WITH_THE =
  /^(?:United|Netherlands|Philippines|Bahamas|Czech|Democratic|European|Dominican|UK$|US$|UAE$|EU$)/

/** A country as a sentence says it: 'the United States', 'Japan'. */
export const inSentence = (country: string): string => (WITH_THE.test(country) ? `the ${country}` : country)

/** Whether a question speaks of a country already: by its name, or as 'Chinese'. */
export const speaksOf = ({ question: { stem }, reading }: Sight, country: string): boolean =>
  standsIn(country, stem) ||
  stem.split(/[^\p{L}]+/u).some((word) => reading.lexicon.demonyms.get(word) === country)
