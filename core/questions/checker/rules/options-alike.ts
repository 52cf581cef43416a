import { asksCompany, isNoCompany } from '../../company-like.ts'
import type { Saying } from '../article-index.ts'
import type { Rule } from '../rule.ts'
import type { Sight } from '../sight.ts'
import { plainWords, wordsOf } from '../words.ts'

const isFigure = ({ amounts }: Saying) => amounts.length > 0
const look = (text: string) =>
  /^\P{L}*\p{Lu}/u.test(text)
    ? 'capital'
    : /^\P{L}*\p{Ll}/u.test(text) && !/^\P{L}*\d/u.test(text)
      ? 'small'
      : 'figure'
const START = /^(?:an?|the|to|by|in|on|at|for|from|because|when)\b/i
const startOf = (text: string) => START.exec(text)?.[0].toLowerCase() ?? ''

const IN_WORDS: Readonly<Record<string, string>> = {
  '%': 'a percentage',
  pp: 'in percentage points',
  bp: 'in basis points',
  x: 'a multiple',
}

const RATE =
  /\b(?:an?|per|each) (share|passenger|barrel|tonne|year|month|week|day|hour|person|head|customer|worker|user)\b/i
const PEOPLE = /^(?:people|persons?)$/

/** What an option is a figure of: 'a percentage', 'in GBP', 'in EUR a share', 'a number of cars'. */
function measureOf({ text, amounts, figure }: Saying): string {
  const rate = RATE.exec(text)
  const per = rate ? ` a ${rate[1]}` : ''
  const sort = amounts[0]?.sort ?? ''
  if (sort !== 'count') return `${IN_WORDS[sort] ?? `in ${sort}`}${per}`
  const noun = figure?.unit ?? ''
  return `${noun === '' ? 'a number' : `a number of ${PEOPLE.test(noun) ? 'people' : noun.replace(/s$/, '')}`}${per}`
}

/** The first that differs from what most are, or from the key where none has more on its side. */
function oddOne(
  options: readonly Saying[],
  of: (option: Saying) => string,
): readonly [Saying, string] | null {
  const kinds = options.map(of)
  const count = (kind: string) => kinds.filter((each) => each === kind).length
  const common = kinds.reduce((best, kind) => (count(kind) > count(best) ? kind : best))
  const at = kinds.findIndex((kind) => kind !== common)
  const odd = options[at]
  return odd ? [odd, common] : null
}

/** How exact an option says its figure to be. */
const HOW_EXACT =
  /^(?:about|around|approximately|roughly|some|nearly|almost|close to|over|more than|above|at least|under|less than|fewer than|below|at most|up to|just (?:over|under))\b|^[<>~]|\bor (?:more|less|fewer|higher|lower)$/i
const exactnessOf = ({ text }: Saying): string => HOW_EXACT.exec(text)?.[0].toLowerCase() ?? ''

function figuresDiffer(options: readonly Saying[], key: Saying): string | null {
  const odd = oddOne(options, measureOf)
  // A bare number may be a number of anything.
  if (odd && ![measureOf(odd[0]), odd[1]].includes('a number'))
    return `The option '${odd[0].text}' is ${measureOf(odd[0])}, the others are ${odd[1]}.`
  const oddSort = oddOne(options, ({ amounts }) => amounts[0]?.sort ?? '')
  if (oddSort) return `The option '${oddSort[0].text}' is ${measureOf(oddSort[0])}, the others are not.`
  const range = oddOne(options, ({ amounts }) => (amounts[0]?.high === undefined ? 'a figure' : 'a range'))
  if (range)
    return `The option '${range[0].text}' is ${range[1] === 'a range' ? 'a figure, the others are ranges' : 'a range, the others are not'}.`
  const others = options.filter((option) => option !== key)
  if (others.every(({ decimals }) => decimals !== key.decimals))
    return `Only the answer is given to that precision (${key.text}).`
  const said = exactnessOf(key)
  return said !== '' && others.every((other) => exactnessOf(other) === '')
    ? `Only the answer '${key.text}' says '${said}'.`
    : null
}

/** Whether the texts begin and end alike, so that grammar does not give the answer away. */
function looksDiffer(options: readonly Saying[], key: Saying): string | null {
  const others = options.filter((option) => option !== key)
  for (const [what, of] of [
    ['capital letter', look],
    ['first word', startOf],
    ['-ing', (text: string) => String(/^[a-z]+ing\b/.test(text))],
    ['full stop', (text: string) => String(/[.!?]$/.test(text))],
  ] as const) {
    if (others.every(({ text }) => of(text) !== of(key.text)))
      return `Only the answer '${key.text}' differs from the others in its ${what}.`
  }
  const bySize = [...options].sort((a, b) => wordsOf(a.text).length - wordsOf(b.text).length)
  const [shortest, longest] = [bySize[0]?.text ?? '', bySize.at(-1)?.text ?? '']
  return wordsOf(longest).length > 4 * wordsOf(shortest).length + 2
    ? `The option '${shortest}' is a word or two and '${longest}' a sentence.`
    : null
}

const OTHER_SORT = { person: 'place', place: 'person' } as const

/** A place among people, or the other way round, as the article knows them. */
function sortsDiffer({ question, key, wrong, index }: Sight): string | null {
  const sortOf = (text: string) => index.names.called.get(plainWords(text))?.sort
  const sort = key ? sortOf(key.text) : undefined
  if (sort !== 'person' && sort !== 'place') return null
  // A country may say something as a person does.
  if (sort === 'place' && /\bwho\b/i.test(question.stem)) return null
  const odd = wrong.find(({ text }) => sortOf(text) === OTHER_SORT[sort])
  return odd ? `'${odd.text}' is a ${OTHER_SORT[sort]}, and the answer is a ${sort}.` : null
}

export const optionsAlike: Rule = {
  number: 9,
  title: 'Options share type, unit, precision and grammar.',
  kinds: ['choice', 'multiple-response'],
  check: (sight) => {
    const { question, keys, wrong } = sight
    const options = [...keys, ...wrong]
    const [key, ...moreKeys] = keys
    if (!key) return null
    const odd = asksCompany(question.stem) ? wrong.find(({ text }) => isNoCompany(text)) : undefined
    if (odd) return `The question asks for a company, and '${odd.text}' is none.`
    const figures = options.filter(isFigure).length
    if (figures > 0 && figures < options.length) {
      const other = options.find((option) => isFigure(option) !== figures > options.length / 2)
      return `The options are not alike: '${other?.text}' is ${other && isFigure(other) ? 'a figure' : 'no figure'}.`
    }
    if (figures > 0) return figuresDiffer(options, key)
    const dates = options.filter(({ date }) => date !== null).length
    if (dates > 0 && dates < options.length) {
      const other = options.find(({ date }) => (date !== null) !== dates > options.length / 2)
      return `The options are not alike: '${other?.text}' is ${other?.date === null ? 'no date' : 'a date'}.`
    }
    const precision = new Set(
      options.map(({ date }) => (date === null ? 0 : date % 10000 === 0 ? 1 : date % 100 === 0 ? 2 : 3)),
    )
    if (precision.size > 1) return 'Some dates are given to the day and some are not.'
    return dates > 0 || moreKeys.length > 0 ? null : (sortsDiffer(sight) ?? looksDiffer(options, key))
  },
}
