import { withoutReport } from './report.ts'

const OPENING_WORDS = 4

/** Sentences that are put together like a question open like one another too. */
const SET_SENTENCE = /^(?:It (?:was|is)|The (?:person|company|organisation|country|place) (?:who|that)) /

/** What a name or figure begins with. */
const NAMELIKE = /^[\p{Lu}\d'"‘“]/u

/** How a stem opens ('by how much did'), for telling stems of one pattern; '' for a sentence of the article's own. */
export function openingOf(whole: string): string {
  const stem = withoutReport(whole)
  if (!stem.endsWith('?')) return SET_SENTENCE.exec(stem)?.[0].trim().toLowerCase() ?? ''
  const words = stem.split(' ', OPENING_WORDS)
  const name = words.findIndex((word, index) => index > 0 && NAMELIKE.test(word))
  return (name < 0 ? words : words.slice(0, name)).join(' ').toLowerCase()
}
