import type { Lexicon, NounClass } from '../lexicon.ts'
import type { Sentence } from './reading.ts'

/** What the common nouns of some sentences name, as far as the lists know: by the dictionary form. */
export function nounClassesOf(
  sentences: readonly Sentence[],
  { nouns }: Lexicon,
): ReadonlyMap<string, NounClass> {
  const found = new Map<string, NounClass>()
  if (nouns.size === 0) return found
  for (const { tokens } of sentences)
    for (const { pos, lemma } of tokens) {
      const named = pos === 'NOUN' ? nouns.get(lemma) : undefined
      if (named !== undefined) found.set(lemma, named)
    }
  return found
}
