import { asksCompany, isNoCompany } from '../../company-like.ts'
import type { Saying } from '../article-index.ts'
import type { Rule } from '../rule.ts'
import { wordsOf } from '../words.ts'

const isFigure = ({ amounts }: Saying) => amounts.length > 0
const look = (text: string) =>
  /^\P{L}*\p{Lu}/u.test(text)
    ? 'capital'
    : /^\P{L}*\p{Ll}/u.test(text) && !/^\P{L}*\d/u.test(text)
      ? 'small'
      : 'figure'
const START = /^(?:an?|the|to|by|in|on|at|for|from|because|when)\b/i
const startOf = (text: string) => START.exec(text)?.[0].toLowerCase() ?? ''

function figuresDiffer(options: readonly Saying[], key: Saying): string | null {
  const sorts = new Set(options.flatMap(({ amounts }) => amounts.map(({ sort }) => sort)))
  if (sorts.size > 1) return `The options mix units (${[...sorts].join(', ')}).`
  if (new Set(options.map(({ amounts }) => amounts[0]?.high === undefined)).size > 1)
    return 'Some options are ranges and some are not.'
  const alone = options.every((option) => option === key || option.decimals !== key.decimals)
  return alone ? `Only the answer is given to that precision (${key.text}).` : null
}

/** Whether the texts begin and end alike, so that grammar does not give the answer away. */
function looksDiffer(options: readonly Saying[], key: Saying): string | null {
  const others = options.filter((option) => option !== key)
  for (const [what, of] of [
    ['capital letter', look],
    ['first word', startOf],
    ['full stop', (text: string) => String(/[.!?]$/.test(text))],
  ] as const) {
    if (others.every(({ text }) => of(text) !== of(key.text)))
      return `Only the answer has its ${what}: the options are not alike.`
  }
  const lengths = options.map(({ text }) => wordsOf(text).length)
  return Math.max(...lengths) > 4 * Math.min(...lengths) + 2
    ? 'Some options are a word and others a sentence.'
    : null
}

export const optionsAlike: Rule = {
  number: 9,
  title: 'Options share type, unit, precision and grammar.',
  kinds: ['choice', 'multiple-response'],
  check: ({ question, keys, wrong }) => {
    const options = [...keys, ...wrong]
    const [key, ...moreKeys] = keys
    if (!key) return null
    const odd = asksCompany(question.stem) ? wrong.find(({ text }) => isNoCompany(text)) : undefined
    if (odd) return `The question asks for a company, and '${odd.text}' is none.`
    const figures = options.filter(isFigure).length
    if (figures > 0 && figures < options.length) return 'Some options are figures and some are not.'
    if (figures > 0) return figuresDiffer(options, key)
    const dates = options.filter(({ date }) => date !== null).length
    if (dates > 0 && dates < options.length) return 'Some options are dates and some are not.'
    const precision = new Set(
      options.map(({ date }) => (date === null ? 0 : date % 10000 === 0 ? 1 : date % 100 === 0 ? 2 : 3)),
    )
    if (precision.size > 1) return 'Some dates are given to the day and some are not.'
    return dates > 0 || moreKeys.length > 0 ? null : looksDiffer(options, key)
  },
}
