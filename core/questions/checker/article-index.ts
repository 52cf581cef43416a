import type { Reading } from '../../article/reading.ts'
import type { Quantity } from '../../quantities/quantity.ts'
import { dateValue } from '../order-value.ts'
import { readFigure } from '../read-figure.ts'
import { type Amount, alternativeOf, amountOf } from './amount.ts'
import { figuresIn, maySayFigure } from './figures-in.ts'
import { wordsOf } from './words.ts'

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

/** What the rules look up in an article again and again, made once a reading. */
export interface ArticleIndex {
  /** Every word, lower case. */
  readonly words: ReadonlySet<string>
  /** Words that the article writes with a capital where no sentence begins, or that belong to a name. */
  readonly capitals: ReadonlySet<string>
  /** The words in order, single spaces around each, for finding phrases. */
  readonly running: string
  /** Every numeral as printed, without grouping marks. */
  readonly numerals: ReadonlySet<string>
  readonly amounts: readonly Amount[]
  /** Words and numerals of dates and of periods as they may be put, `2024` for 'last year'. */
  readonly timeWords: ReadonlySet<string>
  /** Figures by their wording, for those that stand in the article as they are. */
  readonly printed: ReadonlyMap<string, Quantity>
  readonly sayings: Map<string, Saying>
  readonly stems: Map<string, readonly Quantity[]>
}

const NUMERAL = /\d+(?:[.,]\d+)*/g
const MONTH = new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' })

/** The numerals of a text, without grouping marks: '1,200.50' is '1200.50'. */
export const numeralsOf = (text: string): string[] =>
  (text.match(NUMERAL) ?? []).map((numeral) => numeral.replace(/,(?=\d{3})/g, ''))

function timeWordsOf({ date, periods }: Reading): Set<string> {
  const words = new Set<string>()
  const addDay = (day: string | undefined) => {
    const at = day === undefined ? Number.NaN : Date.parse(`${day}T00:00:00Z`)
    if (day === undefined || Number.isNaN(at)) return
    for (const word of [day.slice(0, 4), String(Number(day.slice(8))), MONTH.format(at).toLowerCase()])
      words.add(word)
  }
  addDay(date)
  for (const period of periods) {
    addDay(period.from)
    addDay(period.to)
    for (const word of wordsOf(period.phrase ?? '')) words.add(word)
  }
  if (periods.some(({ relation }) => relation === 'year-before')) {
    for (const { from } of periods) if (from !== undefined) words.add(String(Number(from.slice(0, 4)) - 1))
  }
  return words
}

const CAPITAL = /(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{N}]*/gu
/** Marks after which a capital says nothing: a sentence, a quotation or a bracket begins there. */
const BEFORE_OPENING = '.!?:…\n"“‘\'('

const opensSomething = (before: string): boolean => {
  const last = before.replaceAll(' ', '').at(-1)
  return last === undefined || BEFORE_OPENING.includes(last)
}

function capitalsOf({ text, blocks, names }: Reading): Set<string> {
  const words = new Set(
    names.flatMap(({ text: printed, canonical }) => [...wordsOf(printed), ...wordsOf(canonical)]),
  )
  for (const { kind, start, end } of blocks) {
    if (kind !== 'paragraph') continue
    const block = text.slice(start, end)
    for (const match of block.matchAll(CAPITAL)) {
      if (!opensSomething(block.slice(Math.max(0, match.index - 4), match.index)))
        words.add(match[0].toLowerCase())
    }
  }
  return words
}

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

const indexes = new WeakMap<Reading, ArticleIndex>()

/** The index of an article, made when it is first asked for. */
export function indexOf(reading: Reading): ArticleIndex {
  const made = indexes.get(reading)
  if (made) return made
  const words = wordsOf(reading.text)
  const index: ArticleIndex = {
    words: new Set(words.flatMap((word) => [word, ...word.split(/[’']/)])),
    capitals: capitalsOf(reading),
    running: ` ${words.join(' ')} `,
    numerals: new Set(numeralsOf(reading.text)),
    amounts: reading.quantities.flatMap((quantity) => [
      amountOf(quantity),
      ...[alternativeOf(quantity) ?? []].flat(),
    ]),
    timeWords: timeWordsOf(reading),
    printed: printedIn(reading),
    sayings: new Map(),
    stems: new Map(),
  }
  indexes.set(reading, index)
  return index
}

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

/** The figures of a stem or statement. Those worded as in the article are known already; the text is read afresh where anything else in it may be one. */
export function figuresOf(text: string, { printed, stems }: ArticleIndex): readonly Quantity[] {
  const kept = stems.get(text)
  if (kept) return kept
  const found: Quantity[] = []
  let rest = text
  for (const [wording, quantity] of printed) {
    for (let at = rest.indexOf(wording); at >= 0; at = rest.indexOf(wording, at + 1)) {
      const end = at + wording.length
      if (!isWhole(text, at, end)) continue
      found.push({ ...quantity, start: at, end, outerStart: at })
      rest = rest.slice(0, at) + ' '.repeat(wording.length) + rest.slice(end)
    }
  }
  const figures = maySayFigure(rest) ? figuresIn(text) : found.sort((a, b) => a.start - b.start)
  stems.set(text, figures)
  return figures
}
