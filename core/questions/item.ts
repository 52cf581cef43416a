import type { Sentence } from '../article/reading.ts'
import type { Span } from '../article/span.ts'
import { type Amount, amountOf, isSame } from './checker/amount.ts'
import { type ArticleIndex, figuresOf, sayingOf } from './checker/article-index.ts'
import type { CheckContext } from './checker/context.ts'
import { Sight } from './checker/sight.ts'
import { plainWords, wordsOf } from './checker/words.ts'
import { naturalOrder } from './option-order.ts'
import type { Question } from './question.ts'
import { withoutReport } from './report.ts'

/** The place of something among several. */
export interface Place {
  readonly place: number
  readonly of: number
}

/** What the rules of a set need to know of one question. */
export interface InSet {
  readonly question: Pick<Question, 'id' | 'stem' | 'facts'>
  /** The sentence that settles it; -1 where none does. */
  readonly sentence: number
  /** The key's place among figures or dates in order; null for anything else. */
  readonly rank: Place | null
  /** Whether the key is longer than every other option, and among how many; null where options have an order or there are none. */
  readonly longest: { readonly isKey: boolean; readonly of: number } | null
  /** The words of the stem, single spaces around each. */
  readonly running: string
  /** Its longer words. */
  readonly telling: ReadonlySet<string>
  readonly stemAmounts: readonly Amount[]
  /** The words of the key, '' where it has none of its own or is a figure. */
  readonly keyWords: string
  /** The figure asked for; all figures of a true statement, since any of them may be what is tested. Those of a headline it quotes are not. */
  readonly keyAmounts: readonly Amount[]
}

/** The same and its place in the article, each part made out when it is first asked for: most drafts fall at the first. */
export class Item implements InSet {
  readonly question: Question
  private readonly sight: Sight
  private readonly made: {
    sentence?: number
    rank?: Place | null
    running?: string
    telling?: ReadonlySet<string>
    stemAmounts?: readonly Amount[]
    keyAmounts?: readonly Amount[]
  } = {}

  constructor(sight: Sight) {
    this.question = sight.question
    this.sight = sight
  }

  /** By its index in the reading. */
  get sentence(): number {
    this.made.sentence ??= settlingSentence(this.question.evidence, this.sight.reading.sentences)
    return this.made.sentence
  }

  /** Where in the article it is settled. */
  get position(): number {
    return Math.min(...this.question.evidence.map(({ start }) => start))
  }

  get rank(): Place | null {
    if (this.made.rank === undefined) this.made.rank = rankOf(this.question, this.sight.index)
    return this.made.rank
  }

  get longest(): { readonly isKey: boolean; readonly of: number } | null {
    return this.rank === null ? longestOf(this.question) : null
  }

  get running(): string {
    this.made.running ??= runningOf(this.question.stem)
    return this.made.running
  }

  get telling(): ReadonlySet<string> {
    this.made.telling ??= tellingOf(this.question.stem)
    return this.made.telling
  }

  get stemAmounts(): readonly Amount[] {
    this.made.stemAmounts ??= figuresOf(this.question.stem, this.sight.index).map(amountOf)
    return this.made.stemAmounts
  }

  get keyWords(): string {
    const { key } = this.sight
    return key === null || key.amounts.length > 0 ? '' : plainWords(key.text)
  }

  get keyAmounts(): readonly Amount[] {
    const { key, asked, index } = this.sight
    this.made.keyAmounts ??= key === null ? figuresOf(asked, index).map(amountOf) : key.amounts
    return this.made.keyAmounts
  }
}

const TELLING_LENGTH = 4

const AS_OF = /^[Aa]s of \w+ \d{4}, /

function rankOf(question: Question, index: ArticleIndex): Place | null {
  if (question.kind !== 'choice') return null
  const texts = question.options.map(({ text }) => text)
  const order = naturalOrder(texts, (text) => sayingOf(text, index).figure)
  return order && { place: order.indexOf(texts.indexOf(question.answer)), of: texts.length }
}

function longestOf(question: Question): Item['longest'] {
  if (question.kind !== 'choice') return null
  const others = question.options.filter(({ correct }) => !correct).map(({ text }) => text.length)
  return { isKey: question.answer.length > Math.max(...others), of: question.options.length }
}

/** The sentence that settles it: of several passages the last, as those before it only tell who or when. -1 where no passage lies in a sentence. `sentences` ascend. */
export function settlingSentence(evidence: readonly Span[], sentences: readonly Sentence[]): number {
  let at = -1
  for (const { start } of evidence) at = Math.max(at, start)
  let low = 0
  let high = sentences.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sentences[middle]?.end ?? 0) <= at) low = middle + 1
    else high = middle
  }
  const found = sentences[low]
  return found && found.start <= at ? found.index : -1
}

/** The words of a stem, single spaces around each. */
export const runningOf = (stem: string): string => ` ${plainWords(stem)} `

/** The longer words of a stem. */
export const tellingOf = (stem: string): ReadonlySet<string> =>
  new Set(wordsOf(withoutReport(stem).replace(AS_OF, '')).filter(({ length }) => length >= TELLING_LENGTH))

/** Looks at a question as one of a set. */
export const itemOf = (question: Question, context: CheckContext): Item =>
  new Item(new Sight(question, context))

const isOneSentence = (a: InSet, b: InSet): boolean => a.sentence === b.sentence && a.sentence !== -1

function shareAmount(amounts: readonly Amount[], others: readonly Amount[]): boolean {
  for (const amount of amounts) for (const other of others) if (isSame(amount, other)) return true
  return false
}

/** Whether two questions ask for the same thing in other words: one answer, from one sentence or from two that tell the same. */
const asksTheSame = (a: InSet, b: InSet): boolean =>
  isOneSentence(a, b)
    ? shareWords(a, b, NEARLY_ALL) ||
      (a.keyWords !== '' && a.keyWords === b.keyWords && shareWords(a, b)) ||
      shareAmount(a.keyAmounts, b.keyAmounts)
    : // What is told twice, in other sentences, is asked once.
      shareAmount(a.keyAmounts, b.keyAmounts) && shareWords(a, b, MOST)

/** Stems that share so much of their longer words speak of the same thing. */
const ALIKE = 0.4

/** Stems with one figure that share so much of them ask for the same figure. */
const MOST = 0.5

/** Stems that share so much of them ask the same. */
const NEARLY_ALL = 0.75

function shareWords({ telling: a }: InSet, { telling: b }: InSet, least = ALIKE): boolean {
  let shared = 0
  for (const word of b) if (a.has(word)) shared++
  return shared > 0 && shared >= least * Math.min(a.size, b.size)
}

/** Whether two stems speak of the same thing: they rest on one sentence, or share much of their longer words. A name alone gives nothing away: 'Boeing' stands in half the stems of an article about Boeing. */
const speakOfTheSame = (a: InSet, b: InSet): boolean => isOneSentence(a, b) || shareWords(a, b)

/** Whether the stem of `a` tells whoever has met it the answer of `b`. */
const tells = (a: InSet, b: InSet): boolean =>
  (b.keyWords !== '' && a.running.includes(` ${b.keyWords} `) && speakOfTheSame(a, b)) ||
  shareAmount(b.keyAmounts, a.stemAmounts)

/** Whether whoever has met one of two questions knows the answer of the other, from its stem or because it asks the same. */
export const spoilEachOther = (a: InSet, b: InSet): boolean => asksTheSame(a, b) || tells(a, b) || tells(b, a)

/** The most questions of one family of sentences, ranks and lengths that chance explains: one more than an even share. */
export const evenShare = (count: number, of: number): number => Math.ceil(count / of) + 1
