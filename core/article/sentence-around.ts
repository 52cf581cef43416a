import type { Reading, Sentence } from './reading.ts'
import { isInside, type Span } from './span.ts'

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

const texts = new WeakMap<Sentence, string>()

/** The words of a sentence on one line, made once however many quote it. */
export function sentenceText(reading: Reading, sentence: Sentence): string {
  const known = texts.get(sentence)
  if (known !== undefined) return known
  const text = reading.text.slice(sentence.start, sentence.end).replace(/\s+/g, ' ')
  texts.set(sentence, text)
  return text
}
