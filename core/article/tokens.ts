import model from 'wink-eng-lite-web-model'
import winkNLP from 'wink-nlp'
import type { PartOfSpeech, Token } from './reading.ts'
import type { Span } from './span.ts'

const nlp = winkNLP(model, ['pos'])
const { its } = nlp
/** The package types its lemma reader for a later pipeline stage than the one it serves. */
const lemmaOf = its.lemma as unknown as typeof its.value

/** A lone surrogate would be lost in the tagger's output; it is read as a letter. */
const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g

/** 'booking.com', '01.ai': the dot of a firm that calls itself by its address, which the tagger takes for a full stop. */
const DOT_IN_NAME = /(?<=[\p{L}\d])\.(?=(?:ai|com|net|org|io)(?![\p{L}\d]))/gu

/** The tagger splits figures such as 'Rmb61.5bn' and trips over odd spaces: it is given a sentence of the same length in which figures are plain digits. */
function masked(text: string, sentence: Span, figures: readonly Span[]): string {
  const line = text
    .slice(sentence.start, sentence.end)
    .replace(/[^\S ]|[\u200B-\u200F\u2060]/g, ' ')
    .replace(LONE_SURROGATE, 'x')
    .replace(DOT_IN_NAME, 'x')
  let out = ''
  let at = 0
  for (const { start, end } of figures) {
    const from = start - sentence.start
    const to = end - sentence.start
    if (from < at || to > line.length) continue
    out += line.slice(at, from) + '9'.repeat(to - from)
    at = to
  }
  return out + line.slice(at)
}

/** Parts the sentences that are tagged together. No pattern of the tagger holds one, so that each sentence gets the tags it would get alone. */
const BREAK = '\n'

/** Where `value` next stands in `line` from `at` on: nearly always behind one space, or at once. */
function placeOf(value: string, line: string, at: number): number {
  if (line.startsWith(value, at)) return at
  return line.startsWith(value, at + 1) ? at + 1 : line.indexOf(value, at)
}

/** Words, numbers and marks of each sentence, with part of speech and dictionary form. `figures` (those inside each sentence, ascending) each become one token, tagged NUM. The sentences are tagged together, as every call of the tagger has its price. */
export function findTokens(
  text: string,
  sentences: readonly Span[],
  figures: readonly (readonly Span[])[],
): Token[][] {
  const lines = sentences.map((sentence, i) => masked(text, sentence, figures[i] ?? []))
  const tagged = nlp.readDoc(lines.join(BREAK)).tokens()
  const values = tagged.out(its.value) as string[]
  const poses = tagged.out(its.pos) as PartOfSpeech[]
  const lemmas = tagged.out(lemmaOf) as string[]
  let i = 0
  return sentences.map((sentence, s) => {
    const line = lines[s] ?? ''
    const tokens: Token[] = []
    let at = 0
    for (; i < values.length && values[i] !== BREAK; i++) {
      const value = values[i] as string
      const place = placeOf(value, line, at)
      if (value === '' || place === -1) continue
      at = place + value.length
      const start = sentence.start + place
      const end = sentence.start + at
      // The tagger keeps one copy of each word; taking that one makes every look-up of it cheaper.
      const word = text.startsWith(value, start) ? value : text.slice(start, end)
      const lemma = (lemmas[i] ?? value).toLowerCase()
      const lower = word.toLowerCase()
      // 'Think tank' is one noun, though its first word is a verb elsewhere.
      const pos = lower === 'think' && values[i + 1]?.startsWith('tank') ? 'NOUN' : (poses[i] ?? 'X')
      tokens.push({ start, end, text: word, lower, pos, lemma })
    }
    i++
    return tokens
  })
}
