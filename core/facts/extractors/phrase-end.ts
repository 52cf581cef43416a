import { type Marked, wordAt } from '../sentence/marked.ts'

/** Where the noun phrase that begins at `from` ends: before a preposition other than 'of', a comma or a verb. */
export function phraseEnd(marked: Marked, from: number, limit: number): number {
  let i = from
  while (i < limit) {
    const word = wordAt(marked, i)
    const tag = marked.tokens[i]?.pos
    if (marked.periods[i] || marked.quantities[i]) break
    if (
      /^[,.;:()"“”]$/.test(word) ||
      /^(?:to|from|in|on|at|for|during|after|as|which|that|while|and|but|over|compared|against)$/.test(word)
    )
      break
    if (tag === 'VERB' || tag === 'AUX') break
    i++
  }
  return i
}
