import { EMPTY_LEXICON, type Lexicon } from '../lexicon.ts'
import { findPeriods } from '../periods/find-periods.ts'
import { findQuantities } from '../quantities/find-quantities.ts'
import type { Quantity } from '../quantities/quantity.ts'
import { findBlocks } from './blocks.ts'
import { countryOf } from './country.ts'
import { knownWords } from './known-words.ts'
import { findNames } from './names/find-names.ts'
import type { ArticleText, Reading, Sentence } from './reading.ts'
import { findSentences } from './sentences.ts'
import type { Span } from './span.ts'
import { tidyLines, wholeText } from './text.ts'
import { findTokens } from './tokens.ts'

/** A longer run of words without a full stop is no sentence anyone could be asked about; it is left unread. */
const LONGEST_SENTENCE = 1500

/** Rows of full stops and dashes need no reading; quotation marks do, as they open and close. */
const SAYS_SOMETHING = /[\p{L}\p{N}"“”«»]/u

/** What the tagger should take for one number: all of '$1.2bn', of '171 passengers' the digits alone. */
function figureSpan(text: string, { kind, start, end, spelled }: Quantity): Span[] {
  if (spelled) return []
  if (kind !== 'count') return [{ start, end }]
  const digits = /^[\d.,]+\d/.exec(text.slice(start, end))?.[0] ?? ''
  return digits === '' ? [] : [{ start, end: start + digits.length }]
}

/** For each sentence, the figures that lie in it; both lists ascend. */
function figuresBySentence(
  text: string,
  sentences: readonly Span[],
  quantities: readonly Quantity[],
): Span[][] {
  let q = 0
  return sentences.map(({ end }) => {
    const figures: Span[] = []
    for (let quantity = quantities[q]; quantity && quantity.start < end; quantity = quantities[++q])
      if (quantity.end <= end) figures.push(...figureSpan(text, quantity))
    return figures
  })
}

/** Reads an article: blocks, sentences, words, figures, times and names, all by offset into one text. The same article and lexicon give the same reading. */
export function read(article: ArticleText, lexicon: Lexicon = EMPTY_LEXICON): Reading {
  const text = wholeText(article)
  const titleLength = article.title === undefined ? 0 : tidyLines(article.title).length
  const blocks = findBlocks(text, titleLength)
  const spans = blocks.flatMap((block, index) =>
    block.kind === 'title' || block.kind === 'paragraph'
      ? findSentences(text, block).map((span) => ({ ...span, block: index }))
      : [],
  )
  const within = spans.filter(
    ({ start, end }) => end - start <= LONGEST_SENTENCE && SAYS_SOMETHING.test(text.slice(start, end)),
  )
  const date = article.date
  const periods = findPeriods(text, date === undefined ? { within } : { date, within })
  const quantities = findQuantities(text, within, periods)
  const figures = figuresBySentence(text, within, quantities)
  const tokens = findTokens(text, within, figures)
  const sentences = within.map((span, index): Sentence => ({ ...span, index, tokens: tokens[index] ?? [] }))
  const titles = new Set(sentences.filter((s) => blocks[s.block]?.kind === 'title').map((s) => s.index))
  const names = findNames(sentences, titles, figures, lexicon)
  const first = sentences.find(({ index }) => !titles.has(index))
  const opening = sentences.filter(({ block }) => block === first?.block)
  const country = countryOf(
    sentences.filter(({ index }) => titles.has(index)),
    opening,
    lexicon,
  )
  return {
    text,
    ...(date === undefined ? {} : { date }),
    ...(country === undefined ? {} : { country }),
    blocks,
    sentences,
    quantities,
    periods,
    names,
    lexicon,
    ...knownWords(sentences, lexicon),
  }
}
