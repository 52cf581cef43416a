const OPENING_WORDS = 4

/** Sentences that are put together like a question open like one another too. */
const SET_SENTENCE = /^(?:It (?:was|is)|The (?:person|company|organisation|country|place) (?:who|that)) /

/** How a stem opens ('by how much did'), for telling stems of one pattern; '' for a sentence of the article's own. */
export function openingOf(stem: string): string {
  if (!stem.endsWith('?')) return SET_SENTENCE.exec(stem)?.[0].trim().toLowerCase() ?? ''
  const words = stem.split(' ')
  const name = words.findIndex((word, index) => index > 0 && /^[\p{Lu}\d'"‘“]/u.test(word))
  return words
    .slice(0, Math.min(name < 0 ? words.length : name, OPENING_WORDS))
    .join(' ')
    .toLowerCase()
}
