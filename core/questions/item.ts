import type { Sentence } from '../article/reading.ts'
import type { Span } from '../article/span.ts'
import { type Amount, amountOf, isSame } from './checker/amount.ts'
import { type ArticleIndex, figuresOf, sayingOf } from './checker/article-index.ts'
import type { CheckContext } from './checker/context.ts'
import { type Sight, sightOf } from './checker/sight.ts'
import { wordsOf } from './checker/words.ts'
import { openingOf } from './opening.ts'
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
  /** The sentence that settles it, by its index in the reading; -1 where none does. */
  readonly sentence: number
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

const TELLING_LENGTH = 4

/** When and by whom it was reported says nothing of what a question asks. */
const OPENING = /^(?:(?:As|as) (?:of|reported in) \w+ \d{4}, )/

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
    sentence: settlingSentence(question.evidence, reading.sentences),
    position: Math.min(...question.evidence.map(({ start }) => start)),
    isNumeric: keyAmounts.length > 0 || (key === null && stemAmounts.length > 0),
    rank,
    longest: rank === null ? longestOf(question) : null,
    template: openingOf(question.stem),
    running: ` ${words.join(' ')} `,
    telling: new Set(
      wordsOf(question.stem.replace(OPENING, '')).filter(({ length }) => length >= TELLING_LENGTH),
    ),
    stemAmounts,
    keyWords: key && keyAmounts.length === 0 ? wordsOf(key.text).join(' ') : '',
    keyAmounts: key === null ? stemAmounts : keyAmounts,
  }
}

const isOneSentence = (a: Item, b: Item): boolean => a.sentence === b.sentence && a.sentence !== -1

/** Whether two questions ask for the same thing in other words: one answer, from one sentence. */
const asksTheSame = (a: Item, b: Item): boolean =>
  isOneSentence(a, b) &&
  (shareWords(a, b, NEARLY_ALL) ||
    (a.keyWords !== '' && a.keyWords === b.keyWords && shareWords(a, b)) ||
    a.keyAmounts.some((key) => b.keyAmounts.some((other) => isSame(key, other))))

/** Stems that share so much of their longer words speak of the same thing. */
const ALIKE = 0.4

/** Stems that share so much of them ask the same. */
const NEARLY_ALL = 0.75

const shareWords = (a: Item, b: Item, least = ALIKE): boolean => {
  const shared = [...b.telling].filter((word) => a.telling.has(word)).length
  return shared > 0 && shared >= least * Math.min(a.telling.size, b.telling.size)
}

/** Whether two stems speak of the same thing: they rest on one sentence, or share much of their longer words. A name alone gives nothing away: 'Boeing' stands in half the stems of an article about Boeing. */
const speakOfTheSame = (a: Item, b: Item): boolean => isOneSentence(a, b) || shareWords(a, b)

/** Whether whoever has met `a` knows the answer of `b`, from its stem or because it asks the same. */
export const givesAway = (a: Item, b: Item): boolean =>
  asksTheSame(a, b) ||
  (b.keyWords !== '' && a.running.includes(` ${b.keyWords} `) && speakOfTheSame(a, b)) ||
  b.keyAmounts.some((key) => a.stemAmounts.some((amount) => isSame(key, amount)))

/** The most questions of one family of sentences, ranks and lengths that chance explains: one more than an even share. */
export const evenShare = (count: number, of: number): number => Math.ceil(count / of) + 1
