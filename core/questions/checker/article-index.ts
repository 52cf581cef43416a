import type { PartOfSpeech, Reading } from '../../article/reading.ts'
import { overlapsAny, type Span } from '../../article/span.ts'
import type { Quantity } from '../../quantities/quantity.ts'
import { keepWith } from '../../remember.ts'
import { dateValue } from '../order-value.ts'
import { readFigure } from '../read-figure.ts'
import { type Amount, amountOf, amountsOf } from './amount.ts'
import { capitalsOf } from './capitals.ts'
import { figuresIn, maySayFigure } from './figures-in.ts'
import { type NameIndex, nameIndexOf } from './name-index.ts'
import { timeWordsOf } from './time-words.ts'
import { splitWords } from './words.ts'

/** A text with what it says, where it says a figure. */
export interface Saying {
  readonly text: string
  /** Its figure; several where a word fits several currencies, none where it says no figure. */
  readonly amounts: readonly Amount[]
  readonly figure: Quantity | null
  /** How it is written: places behind the point, for comparing precision. */
  readonly decimals: number | null
  /** 20250316 for a date, 20200000 for a year. */
  readonly date: number | null
}

const NUMERAL = /\d+(?:[.,]\d+)*/g

/** The numerals of a text, without grouping marks: '1,200.50' is '1200.50'. */
export const numeralsOf = (text: string): string[] =>
  (text.match(NUMERAL) ?? []).map((numeral) =>
    numeral.includes(',') ? numeral.replace(/,(?=\d{3})/g, '') : numeral,
  )

/** Quantities by their wording, the longest first; a wording that is read in two ways is left out. */
function printedIn({ text, quantities }: Reading): Map<string, Quantity> {
  const printed = new Map<string, Quantity>()
  const unclear = new Set<string>()
  for (const quantity of quantities) {
    const wording = text.slice(quantity.start, quantity.end)
    const other = printed.get(wording)
    if (other && (other.value !== quantity.value || other.unit !== quantity.unit)) unclear.add(wording)
    printed.set(wording, quantity)
  }
  for (const wording of unclear) printed.delete(wording)
  return new Map([...printed].sort(([a], [b]) => b.length - a.length))
}

/** Each word by itself, and both halves of what an apostrophe parts. */
function allWords(words: readonly string[]): Set<string> {
  const all = new Set(words)
  for (const word of words)
    if (word.includes("'") || word.includes('’')) for (const part of word.split(/[’']/)) all.add(part)
  return all
}

function partsOfSpeechIn({ sentences }: Reading): Map<string, Set<PartOfSpeech>> {
  const parts = new Map<string, Set<PartOfSpeech>>()
  for (const { tokens } of sentences)
    for (const { lower, pos } of tokens) {
      const known = parts.get(lower)
      if (known) known.add(pos)
      else parts.set(lower, new Set([pos]))
    }
  return parts
}

/** What the rules look up in an article again and again, each part made once a reading, when it is first asked for. */
export class ArticleIndex {
  readonly sayings = new Map<string, Saying>()
  readonly stems = new Map<string, readonly Quantity[]>()
  private readonly reading: Reading
  private readonly made: {
    inOrder?: readonly string[]
    words?: ReadonlySet<string>
    capitals?: ReadonlySet<string>
    running?: string
    numerals?: ReadonlySet<string>
    amounts?: readonly Amount[]
    timeWords?: ReadonlySet<string>
    parts?: ReadonlyMap<string, ReadonlySet<PartOfSpeech>>
    printed?: ReadonlyMap<string, Quantity>
    names?: NameIndex
  } = {}

  constructor(reading: Reading) {
    this.reading = reading
  }

  private get inOrder(): readonly string[] {
    this.made.inOrder ??= splitWords(this.reading.text)
    return this.made.inOrder
  }

  /** Every word, lower case. */
  get words(): ReadonlySet<string> {
    this.made.words ??= allWords(this.inOrder)
    return this.made.words
  }

  /** Words that the article writes with a capital where no sentence begins, or that belong to a name. */
  get capitals(): ReadonlySet<string> {
    this.made.capitals ??= capitalsOf(this.reading)
    return this.made.capitals
  }

  /** The words in order, single spaces between them, for finding phrases. */
  get running(): string {
    this.made.running ??= this.inOrder.join(' ')
    return this.made.running
  }

  /** Every numeral as printed, without grouping marks. */
  get numerals(): ReadonlySet<string> {
    this.made.numerals ??= new Set(numeralsOf(this.reading.text))
    return this.made.numerals
  }

  get amounts(): readonly Amount[] {
    this.made.amounts ??= amountsOf(this.reading.quantities)
    return this.made.amounts
  }

  /** Words and numerals of dates and of periods as they may be put, `2024` for 'last year'. */
  get timeWords(): ReadonlySet<string> {
    this.made.timeWords ??= timeWordsOf(this.reading)
    return this.made.timeWords
  }

  /** The parts of speech that a word has in the article, lower case. */
  get parts(): ReadonlyMap<string, ReadonlySet<PartOfSpeech>> {
    this.made.parts ??= partsOfSpeechIn(this.reading)
    return this.made.parts
  }

  /** Figures by their wording, for those that stand in the article as they are. */
  get printed(): ReadonlyMap<string, Quantity> {
    this.made.printed ??= printedIn(this.reading)
    return this.made.printed
  }

  get names(): NameIndex {
    this.made.names ??= nameIndexOf(this.reading)
    return this.made.names
  }
}

/** The index of an article. */
export const indexOf = keepWith((reading: Reading): ArticleIndex => new ArticleIndex(reading))

/** What a short text says, kept in the index, since options recur. */
export function sayingOf(text: string, { sayings, printed }: ArticleIndex): Saying {
  const kept = sayings.get(text)
  if (kept) return kept
  const figure = printed.get(text) ?? readFigure(text)
  const saying = {
    text,
    figure,
    amounts: figure ? [amountOf(figure)] : [],
    decimals: figure ? figure.decimals : null,
    date: dateValue(text),
  }
  sayings.set(text, saying)
  return saying
}

const isDigit = (mark: string): boolean => mark >= '0' && mark <= '9'

/** Whether a wording found in a text is a whole figure there, and no part of a longer one ('5%' in '15%', '$3' in '$3.5'). */
function isWhole(text: string, start: number, end: number): boolean {
  const [before, after, next] = [text.charAt(start - 1), text.charAt(end), text.charAt(end + 1)]
  if (isDigit(before) || '.,-–$£€¥'.includes(before || ' ') || /[\p{L}%]/u.test(before)) return false
  return !isDigit(after) && !/[\p{L}%]/u.test(after) && !('.,-–'.includes(after || ' ') && isDigit(next))
}

/** A text with blanks in the place of some spans, which ascend. */
function without(text: string, spans: readonly Span[]): string {
  let kept = ''
  let at = 0
  for (const { start, end } of spans) {
    kept += text.slice(at, start) + ' '.repeat(end - start)
    at = end
  }
  return kept + text.slice(at)
}

/** The figures of a stem or statement. Those worded as in the article are known already; the text is read afresh where anything else in it may be one. */
export function figuresOf(text: string, { printed, stems }: ArticleIndex): readonly Quantity[] {
  const kept = stems.get(text)
  if (kept) return kept
  const found: Quantity[] = []
  for (const [wording, quantity] of printed) {
    for (let at = text.indexOf(wording); at >= 0; at = text.indexOf(wording, at + 1)) {
      const span = { start: at, end: at + wording.length }
      if (isWhole(text, span.start, span.end) && !overlapsAny(span, found))
        found.push({ ...quantity, ...span, outerStart: at })
    }
  }
  found.sort((a, b) => a.start - b.start)
  const figures = maySayFigure(without(text, found)) ? figuresIn(text) : found
  stems.set(text, figures)
  return figures
}
