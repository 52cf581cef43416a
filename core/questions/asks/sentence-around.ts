import type { Sentence } from '../../article/reading.ts'
import { isInside, type Span } from '../../article/span.ts'

/** The sentence in which a span lies wholly; undefined when there is none. `sentences` ascend. */
export function sentenceAround(sentences: readonly Sentence[], span: Span): Sentence | undefined {
  let low = 0
  let high = sentences.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sentences[middle]?.end ?? 0) < span.end) low = middle + 1
    else high = middle
  }
  const found = sentences[low]
  return found && isInside(span, found) ? found : undefined
}
