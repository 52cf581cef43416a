import type { Reading } from '../article/reading.ts'
import { overlaps, type Span } from '../article/span.ts'
import { type Amount, amountOf, isSame } from './checker/amount.ts'
import { type ArticleIndex, figuresOf, sayingOf } from './checker/article-index.ts'
import type { CheckContext } from './checker/context.ts'
import { type Sight, sightOf } from './checker/sight.ts'
import { wordsOf } from './checker/words.ts'
import { naturalOrder } from './option-order.ts'
import type { Question } from './question.ts'

/** The place of something among several. */
export interface Place {
  readonly place: number
  readonly of: number
}

/** What the rules of a set and the picker need to know of one question. */
export interface Item {
  readonly question: Question
  readonly families: readonly string[]
  /** The sentences that settle it, by their index in the reading. */
  readonly sentences: readonly number[]
  /** Where in the article it is settled. */
  readonly position: number
  /** Whether the answer is a figure. */
  readonly isNumeric: boolean
  /** The key's place among figures or dates in order; null for anything else. */
  readonly rank: Place | null
  /** Whether the key is longer than every other option, and among how many; null where options have an order or there are none. */
  readonly longest: { readonly isKey: boolean; readonly of: number } | null
  /** How the stem opens ('by how much did'), or '' for a sentence of the article's own. */
  readonly template: string
  /** The words of the stem, single spaces around each. */
  readonly running: string
  /** Its longer words. */
  readonly telling: ReadonlySet<string>
  readonly stemAmounts: readonly Amount[]
  /** The words of the key, '' where it has none of its own or is a figure. */
  readonly keyWords: string
  /** The figure asked for; all figures of a true statement, since any of them may be what is tested. */
  readonly keyAmounts: readonly Amount[]
}

const OPENING_WORDS = 4
const TELLING_LENGTH = 4

/** Sentences that are put together like a question open like one another too. */
const SET_SENTENCE = /^(?:It was|The (?:person|company|organisation|country|place) (?:who|that)) /

function templateOf({ stem }: Question): string {
  if (!stem.endsWith('?')) return SET_SENTENCE.exec(stem)?.[0].trim().toLowerCase() ?? ''
  const words = stem.split(' ')
  const name = words.findIndex((word, index) => index > 0 && /^[\p{Lu}\d'"‘“]/u.test(word))
  return words
    .slice(0, Math.min(name < 0 ? words.length : name, OPENING_WORDS))
    .join(' ')
    .toLowerCase()
}

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

/** The sentence that settles it: of several passages the last, as those before it only tell who or when. */
function sentencesOf({ evidence }: Question, { sentences }: Reading): number[] {
  const settled = evidence.reduce<Span | undefined>(
    (last, span) => (last && last.start >= span.start ? last : span),
    undefined,
  )
  return settled ? sentences.filter((sentence) => overlaps(settled, sentence)).map(({ index }) => index) : []
}

/** Looks at a question as one of a set. */
export const itemOf = (question: Question, context: CheckContext): Item =>
  itemFrom(sightOf(question, context))

/** The same, of a question that has been looked at already. */
export function itemFrom({ question, key, facts, reading, index }: Sight): Item {
  const keyAmounts = key?.amounts ?? []
  const words = wordsOf(question.stem)
  const stemAmounts = figuresOf(question.stem, index).map(amountOf)
  const rank = rankOf(question, index)
  return {
    question,
    families: [...new Set(facts.map(({ family }) => family))],
    sentences: sentencesOf(question, reading),
    position: Math.min(...question.evidence.map(({ start }) => start)),
    isNumeric: keyAmounts.length > 0 || (key === null && stemAmounts.length > 0),
    rank,
    longest: rank === null ? longestOf(question) : null,
    template: templateOf(question),
    running: ` ${words.join(' ')} `,
    telling: new Set(words.filter(({ length }) => length >= TELLING_LENGTH)),
    stemAmounts,
    keyWords: key && keyAmounts.length === 0 ? wordsOf(key.text).join(' ') : '',
    keyAmounts: key === null ? stemAmounts : keyAmounts,
  }
}

const isWithin = (part: ReadonlySet<string>, whole: ReadonlySet<string>): boolean =>
  part.size > 0 && [...part].every((word) => whole.has(word))

/** Whether two questions ask for the same thing in other words: one answer, from one sentence. */
const asksTheSame = (a: Item, b: Item): boolean =>
  a.sentences.some((sentence) => b.sentences.includes(sentence)) &&
  (isWithin(a.telling, b.telling) ||
    isWithin(b.telling, a.telling) ||
    (a.keyWords !== '' && a.keyWords === b.keyWords && shareWords(a, b)) ||
    a.keyAmounts.some((key) => b.keyAmounts.some((other) => isSame(key, other))))

/** Stems that share so much of their longer words speak of the same thing. */
const ALIKE = 0.4

const shareWords = (a: Item, b: Item): boolean => {
  const shared = [...b.telling].filter((word) => a.telling.has(word)).length
  return shared >= ALIKE * Math.min(a.telling.size, b.telling.size)
}

/** Whether two stems speak of the same thing: they rest on one sentence, or share much of their longer words. A name alone gives nothing away: 'Boeing' stands in half the stems of an article about Boeing. */
const speakOfTheSame = (a: Item, b: Item): boolean =>
  a.sentences.some((sentence) => b.sentences.includes(sentence)) || shareWords(a, b)

/** Whether whoever has met `a` knows the answer of `b`, from its stem or because it asks the same. */
export const givesAway = (a: Item, b: Item): boolean =>
  asksTheSame(a, b) ||
  (b.keyWords !== '' && a.running.includes(` ${b.keyWords} `) && speakOfTheSame(a, b)) ||
  b.keyAmounts.some((key) => a.stemAmounts.some((amount) => isSame(key, amount)))

/** The most questions of one family of sentences, ranks and lengths that chance explains: one more than an even share. */
export const evenShare = (count: number, of: number): number => Math.ceil(count / of) + 1
