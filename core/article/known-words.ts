import type { Lexicon, NounClass } from '../lexicon.ts'
import type { KnownWords, Sentence } from './reading.ts'

/** Looks up every noun and every capitalised word of some sentences. */
export function knownWords(
  sentences: readonly Sentence[],
  { nouns, demonyms }: Pick<Lexicon, 'nouns' | 'demonyms'>,
): KnownWords {
  const classes = new Map<string, NounClass>()
  const nations = new Map<string, string>()
  for (const { tokens } of sentences)
    for (const { pos, lemma, text } of tokens) {
      if (pos === 'NOUN') {
        const named = nouns.get(lemma)
        if (named !== undefined) classes.set(lemma, named)
      }
      const nation = text.charCodeAt(0) < 97 ? demonyms.get(text) : undefined
      if (nation !== undefined) nations.set(text, nation)
    }
  return { nouns: classes, nations }
}
