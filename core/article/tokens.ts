import model from 'wink-eng-lite-web-model'
import winkNLP from 'wink-nlp'
import type { PartOfSpeech, Token } from './reading.ts'
import type { Span } from './span.ts'

const nlp = winkNLP(model, ['sbd', 'pos'])
const { its } = nlp
/** The package types its lemma reader for a later pipeline stage than the one it serves. */
const lemmaOf = its.lemma as unknown as typeof its.value

/** A lone surrogate would be lost in the tagger's output; it is read as a letter. */
const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g

/** The tagger splits figures such as 'Rmb61.5bn' and trips over odd spaces: it is given a sentence of the same length in which figures are plain digits. */
function masked(text: string, sentence: Span, figures: readonly Span[]): string {
  let out = text
    .slice(sentence.start, sentence.end)
    .replace(/[^\S ]|[\u200B-\u200F\u2060]/g, ' ')
    .replace(LONE_SURROGATE, 'x')
  for (const { start, end } of figures) {
    const from = start - sentence.start
    const to = end - sentence.start
    if (from < 0 || to > out.length) continue
    out = out.slice(0, from) + '9'.repeat(to - from) + out.slice(to)
  }
  return out
}

/** Words, numbers and marks of one sentence, with part of speech and dictionary form. `figures` (inside the sentence) each become one token, tagged NUM. */
export function findTokens(text: string, sentence: Span, figures: readonly Span[]): Token[] {
  const line = masked(text, sentence, figures)
  const tokens = nlp.readDoc(line).tokens()
  const values = tokens.out(its.value) as string[]
  const poses = tokens.out(its.pos) as PartOfSpeech[]
  const lemmas = tokens.out(lemmaOf) as string[]
  const found: Token[] = []
  let at = 0
  for (const [i, value] of values.entries()) {
    const start = line.indexOf(value, at)
    if (value === '' || start === -1) continue
    at = start + value.length
    const span = { start: sentence.start + start, end: sentence.start + at }
    found.push({
      ...span,
      text: text.slice(span.start, span.end),
      pos: poses[i] ?? 'X',
      lemma: (lemmas[i] ?? value).toLowerCase(),
    })
  }
  return found
}
