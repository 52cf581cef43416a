import type { Reading } from '../article/reading.ts'
import { titleOf } from '../article/title.ts'
import { type AnyAsk, type Ask, isSeries, type SeriesAsk, SLOT } from './ask.ts'
import { tellsTheTitle } from './asks/wording.ts'
import { isPlain } from './checker/words.ts'
import { settlingSentence } from './item.ts'
import { openingOf } from './opening.ts'
import type { Kind } from './question.ts'
import { withoutReport } from './report.ts'

/** An ask in one kind before it is drafted: what the picker weighs. Drafting and checking cost far more than weighing, so only what is picked is drafted. */
export interface Prospect {
  readonly ask: AnyAsk
  readonly kind: Kind
  /** How well the kind suits the ask: 1 at its best, below 0 where it is clumsy. */
  readonly fit: number
  /** How many facts it asks about, which nothing else in the set can ask then. */
  readonly uses: number
  /** The sentence that settles it, -1 where none does. */
  readonly sentence: number
  readonly isNumeric: boolean
  /** How the stem opens, '' for a sentence of the article's own. */
  readonly opening: string
  /** How many figures the stem gives away. */
  readonly spent: number
  /** The key's words, '' for a figure. */
  readonly key: string
  /** Whether the title prints a figure that is asked for or tested, or tells the same: whoever meets the title in another stem is told. */
  readonly isInTitle: boolean
}

type Source = 'stem' | 'statement' | 'sentence'

/** The kinds that ask of one thing, and what each is made from. */
const SOURCES = {
  choice: 'stem',
  'true-false': 'statement',
  number: 'stem',
  cloze: 'sentence',
  estimate: 'stem',
} as const satisfies Partial<Record<Kind, Source>>

/** The kinds that ask of several things, by the sort of series. */
const KIND_OF_SERIES: { readonly [T in SeriesAsk['series']['type']]: Kind } = {
  several: 'multiple-response',
  order: 'ordering',
  pairs: 'matching',
}

const READABLE = 20
const ENOUGH_RIVALS = 3

const FIGURE = /(?<![\p{L}\d])[^\s\p{L}]?\d/gu
/** The same for a plain text. */
const PLAIN_FIGURE = /(?<![A-Za-z\d])[^\sA-Za-z]?\d/g
const YEAR = /\b(?:19|20)\d\d\b/g

/** What a text that is asked with weighs, whatever the kind. */
interface Weighed {
  /** How far it is beyond what is read at once. */
  readonly tooLong: number
  readonly opening: string
  /** How many figures it names, years apart. */
  readonly figures: number
}

function spacesIn(text: string): number {
  let count = 0
  for (let at = text.indexOf(' '); at >= 0; at = text.indexOf(' ', at + 1)) count++
  return count
}

function figuresIn(text: string): number {
  if (!/\d/.test(text)) return 0
  const rest = text.replace(YEAR, '')
  return /\d/.test(rest) ? (rest.match(isPlain(rest) ? PLAIN_FIGURE : FIGURE)?.length ?? 0) : 0
}

const weigh = (text: string): Weighed => ({
  tooLong: Math.max(0, spacesIn(text) + 1 - READABLE) / READABLE,
  opening: openingOf(text),
  figures: figuresIn(text),
})

/** What an ask weighs in each kind: stem, statement and sentence are each looked at once, and most sentences are the statement. */
function weighedBy({ stem, statement, sentence }: Ask): Readonly<Record<Source, Weighed | null>> {
  const told = statement === undefined ? null : weigh(statement)
  const gapped = sentence === statement || sentence === undefined ? told : weigh(sentence)
  return {
    stem: stem === undefined ? null : weigh(stem),
    statement: told,
    sentence: sentence === undefined ? null : gapped,
  }
}

/** A figure as it is printed, without its unit. */
const PRINTED = /\d(?:[\d.,]*\d)?/g

/** How much of what a choice needs the article offers: a choice is at its best among its true figures and names. */
function shareOfRivals({ rivals }: Ask): number {
  let own = 0
  for (const { source } of rivals) if (source === 'article' && ++own === ENOUGH_RIVALS) break
  return own / ENOUGH_RIVALS
}

const SINGLE = Object.keys(SOURCES) as (keyof typeof SOURCES)[]

/** Kinds whose answer is a figure. */
const ENTERED: ReadonlySet<Kind> = new Set<Kind>(['number', 'estimate'])

const filled = (told: string, { key }: Ask): string => withoutReport(told).replace(SLOT, key.text)

/** Every ask in every kind that it has the words for. Nothing is at its best when it is long. */
export function prospectsOf(asks: readonly AnyAsk[], reading: Reading): Prospect[] {
  const { sentences } = reading
  const titled = new Set(titleOf(reading).match(PRINTED))
  const tellsOfTitle = (text: string): boolean =>
    titled.size > 0 && (text.match(PRINTED) ?? []).some((figure) => titled.has(figure))
  const prospects: Prospect[] = []
  for (const ask of asks) {
    const sentence = settlingSentence(ask.evidence, sentences)
    if (isSeries(ask)) {
      const { tooLong, opening, figures } = weigh(ask.stem)
      const kind = KIND_OF_SERIES[ask.series.type]
      prospects.push({
        ask,
        kind,
        fit: 1 - tooLong,
        uses: 1 + ask.also.length,
        sentence,
        isNumeric: false,
        opening,
        spent: figures,
        key: '',
        isInTitle: false,
      })
      continue
    }
    const weighed = weighedBy(ask)
    const isNumeric = ask.key.type === 'figure'
    const isKeyInTitle = isNumeric && tellsOfTitle(ask.key.text)
    // Which of them it was, or which way it went, whoever has read the title knows.
    const tellsTitle = !isNumeric && tellsTheTitle(reading, filled(ask.statement ?? ask.sentence ?? '', ask))
    const isTestedInTitle = isKeyInTitle || tellsOfTitle(ask.statement ?? '')
    for (const kind of SINGLE) {
      const text = weighed[SOURCES[kind]]
      if (!text || (ENTERED.has(kind) && !isNumeric)) continue
      prospects.push({
        ask,
        kind,
        uses: 1,
        fit: kind === 'choice' ? shareOfRivals(ask) - text.tooLong : -text.tooLong,
        sentence,
        isNumeric,
        opening: text.opening,
        spent: kind === 'true-false' ? 0 : text.figures,
        key: isNumeric ? '' : ask.key.text,
        isInTitle: tellsTitle || (kind === 'true-false' ? isTestedInTitle : isKeyInTitle),
      })
    }
  }
  return prospects
}
