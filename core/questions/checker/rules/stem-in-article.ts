import { KINDS } from '../../question.ts'
import { amountOf, amountsHeld, isSame } from '../amount.ts'
import { figuresOf, numeralsOf } from '../article-index.ts'
import type { Rule } from '../rule.ts'
import type { Sight } from '../sight.ts'
import { holdsWords, isFunctionWord, isPlain, wordsOf } from '../words.ts'

/** Words that name a currency by its country, allowed beside a figure in it. */
const COUNTRY_WORDS: Readonly<Record<string, readonly string[]>> = {
  USD: ['us', 'american', 'u', 's'],
  GBP: ['uk', 'british'],
  EUR: ['eurozone'],
  CNY: ['rmb', 'chinese', 'renminbi'],
  JPY: ['japanese'],
  INR: ['indian', 'rs'],
  CAD: ['canadian', 'c'],
  AUD: ['australian', 'a'],
  HKD: ['hong', 'kong', 'hk'],
  SGD: ['singapore', 's'],
  CHF: ['swiss', 'sfr'],
  NZD: ['new', 'zealand'],
  TWD: ['taiwan', 'new', 'nt'],
  BRL: ['brazilian', 'r'],
  SEK: ['swedish'],
  NOK: ['norwegian'],
  DKK: ['danish'],
}

const NAME = /(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{N}]*(?:[’'.&-][\p{L}\p{N}]+)*/gu
/** The same for a plain text. */
const PLAIN_NAME = /(?<![A-Za-z\d])[A-Z][A-Za-z\d]*(?:[’'.&-][A-Za-z\d]+)*/g

/** Two capitalised words side by side. */
const RUN = /(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{N}]+ \p{Lu}[\p{L}\p{N}]+(?![\p{L}\p{N}])/gu

/** The same for a plain text. */
const PLAIN_RUN = /\b[A-Z][A-Za-z\d]+ [A-Z][A-Za-z\d]+\b/g

const OPENS = /(?:^|[“"‘']|[.?!:] )\s*$/u

/** Words that a question may set off in capitals. */
const SET_OFF = /^(?:NOT|EXCEPT|NEVER|LEAST|NO|WITHOUT)$/

/** Words that may open a statement, whatever the article says. */
const OPENERS = new Set([
  'altogether',
  'overall',
  'together',
  'despite',
  'although',
  'because',
  'since',
  'before',
])

/** A name of the stem that the article never mentions. */
function strangeName({ index, question, reading }: Sight, trueText: string): string | null {
  const isSentence = question.kind === 'true-false' || question.kind === 'cloze'
  // The one pattern, rather than a copy of it for each text as matchAll makes.
  const pattern = isPlain(trueText) ? PLAIN_NAME : NAME
  pattern.lastIndex = 0
  for (let match = pattern.exec(trueText); match; match = pattern.exec(trueText)) {
    if (index.capitals.has(match[0].toLowerCase())) continue
    const [start, end] = [match.index, match.index + match[0].length]
    if (SET_OFF.test(match[0])) continue
    // 'Rmb61.5bn' is no name.
    if (
      /\d/.test(match[0]) &&
      figuresOf(trueText, index).some((figure) => figure.start < end && start < figure.end)
    )
      continue
    const opens = match.index === 0 || OPENS.test(trueText.slice(0, match.index))
    // A question may open with any word.
    if (opens && !isSentence) continue
    const words = wordsOf(match[0].replace(/[.&-]/g, ' '))
    const isKnown = words.every(
      (word, place) =>
        (place > 0 && index.words.has(word)) ||
        index.capitals.has(word) ||
        index.capitals.has(word.replace(/s$/, '')) ||
        index.timeWords.has(word) ||
        index.amounts.some(({ sort }) => COUNTRY_WORDS[sort]?.includes(word)),
    )
    // A name may stand at the start of sentences only, and have something in the question that it has nowhere there.
    const bare = match[0].replace(/[’']s?$/, '')
    if (isKnown || (words.length === 1 && index.words.has(words[0] ?? '') && reading.text.includes(bare)))
      continue
    const isOrdinary = words.every(
      (word) => isFunctionWord(word) || index.words.has(word) || OPENERS.has(word),
    )
    if (!opens || !isOrdinary) return match[0]
  }
  return null
}

/** A first name and a surname, or two halves of names, that the article gives to different people or companies. */
function mixedName({ index }: Sight, trueText: string): string | null {
  for (const [run] of trueText.matchAll(isPlain(trueText) ? PLAIN_RUN : RUN)) {
    const words = wordsOf(run)
    const line = words.join(' ')
    if (words.length !== 2 || holdsWords(index.running, line)) continue
    const [first = '', last = ''] = words
    const isPart = (word: string, place: 'first' | 'last') =>
      index.names.parts[place].has(word) && !index.names.called.has(word)
    if (isPart(first, 'first') && index.names.parts.last.has(last)) return run
  }
  return null
}

/** A number of the stem that the article does not give: a figure is compared as a figure, any other number as printed or as part of a date. A derived figure counts as given where it is what the statement says. */
function strangeNumber({ index, facts, question }: Sight, trueText: string): string | null {
  const mayDerive = question.kind === 'true-false' || question.kind === 'cloze'
  const derived = (mayDerive ? facts : [])
    .filter(({ family }) => family === 'derived')
    .flatMap((fact) => amountsHeld(fact, ['value', 'by']))
  const figures = figuresOf(trueText, index).filter(({ spelled }) => !spelled)
  const strange = figures.find((figure) => {
    const said = amountOf(figure)
    return ![index.amounts, derived].some((known) => known.some((amount) => isSame(amount, said)))
  })
  if (strange) return trueText.slice(strange.start, strange.end)
  const others = figures.reduceRight(
    (text, { start, end }) => `${text.slice(0, start)} ${text.slice(end)}`,
    trueText,
  )
  return (
    numeralsOf(others).find((numeral) => !index.numerals.has(numeral) && !index.timeWords.has(numeral)) ??
    null
  )
}

export const stemInArticle: Rule = {
  number: 2,
  title: 'Every name, number and date of the question stands in the article or its date.',
  kinds: KINDS,
  check: (sight) => {
    const { trueText: said } = sight
    const name = strangeName(sight, said)
    if (name !== null) return `'${name}' is not in the article.`
    const mixed = mixedName(sight, said)
    if (mixed !== null) return `'${mixed}' is put together from two names of the article.`
    const number = strangeNumber(sight, said)
    return number === null ? null : `The number ${number} is not in the article.`
  },
}
