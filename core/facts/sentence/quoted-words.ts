import { closingQuote } from './clause-end.ts'
import type { Marked } from './marked.ts'
import type { Scene } from './scene.ts'

/** A few words in quotation marks, as printed; null where the quotation does not end here or speaks of 'we' or 'this'. */
export function quotedWords(
  { reading }: Scene,
  marked: Marked,
  i: number,
  limit: number,
): { text: string; to: number } | null {
  const close = closingQuote(marked, i, limit)
  const first = marked.tokens[i + 1]
  const last = marked.tokens[close - 1]
  if (close === -1 || close === i + 1 || !first || !last) return null
  const words = marked.tokens.slice(i + 1, close).map(({ text }) => text.toLowerCase())
  if (
    words.some((word) =>
      /^(?:i|we|you|us|me|my|our|your|this|that|these|those|it|they|he|she|\[|\]|\.\.\.|…)$/.test(word),
    )
  )
    return null
  const text = reading.text.slice(first.start, last.end).replace(/\s+/g, ' ').replace(/[,.]$/, '')
  return { text: `“${text}”`, to: close + 1 }
}
