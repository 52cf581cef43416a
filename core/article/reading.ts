import type { Lexicon, NounClass } from '../lexicon.ts'
import type { Period } from '../periods/period.ts'
import type { Quantity } from '../quantities/quantity.ts'
import type { Name } from './name.ts'
import type { Span } from './span.ts'

/** What a part of the page is. Only the title and paragraphs are asked about. */
export type BlockKind = 'title' | 'heading' | 'paragraph' | 'teaser' | 'furniture'

/** A title, heading, paragraph, or something that is not the article's own text: a teaser for another piece, or page furniture. */
export interface Block extends Span {
  readonly kind: BlockKind
}

/** Universal part-of-speech tags, as wink-nlp gives them. */
export type PartOfSpeech =
  | 'ADJ'
  | 'ADP'
  | 'ADV'
  | 'AUX'
  | 'CCONJ'
  | 'DET'
  | 'INTJ'
  | 'NOUN'
  | 'NUM'
  | 'PART'
  | 'PRON'
  | 'PROPN'
  | 'PUNCT'
  | 'SCONJ'
  | 'SPACE'
  | 'SYM'
  | 'VERB'
  | 'X'

/** A word, number or mark. */
export interface Token extends Span {
  readonly text: string
  readonly lower: string
  readonly pos: PartOfSpeech
  /** The dictionary form, lower case. */
  readonly lemma: string
}

/** A sentence: its span, the block it stands in, and its tokens. */
export interface Sentence extends Span {
  readonly index: number
  /** Index into `Reading.blocks`. */
  readonly block: number
  readonly tokens: readonly Token[]
}

/** An article as it comes in. */
export interface ArticleText {
  readonly title?: string
  readonly body: string
  /** The day it was published, `YYYY-MM-DD`. */
  readonly date?: string
}

/** What the lists know of an article's words. */
export interface KnownWords {
  /** What its common nouns name, by their dictionary form. */
  readonly nouns: ReadonlyMap<string, NounClass>
  /** Which country its adjectives of nationality speak of, as printed: 'Chinese' is China. */
  readonly nations: ReadonlyMap<string, string>
}

/** An article as it was read: one text, and everything found in it by offset into that text. Spans of each list ascend. */
export interface Reading extends KnownWords {
  /** Title, blank line, body as the reader sees it. All offsets count in this. */
  readonly text: string
  readonly date?: string
  /** The one country that the title, or else the first paragraph, speaks of. */
  readonly country?: string
  readonly blocks: readonly Block[]
  /** Sentences of titles and paragraphs; teasers and furniture have none. */
  readonly sentences: readonly Sentence[]
  readonly quantities: readonly Quantity[]
  readonly periods: readonly Period[]
  readonly names: readonly Name[]
  /** What the article was read with. */
  readonly lexicon: Lexicon
}
