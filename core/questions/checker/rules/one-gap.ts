import { valueTyped } from '../../../learning/number-entry.ts'
import { type ClozeQuestion, GAP } from '../../question.ts'
import { isSame } from '../amount.ts'
import { sayingOf } from '../article-index.ts'
import type { Rule } from '../rule.ts'
import { contentWords, plainWords, standsIn, wordsOf } from '../words.ts'

/** Whether a date stands in the sentence in another order ('October 4, 2001'). */
const holdsAll = (date: string, stem: string): boolean => {
  const words = new Set(wordsOf(stem))
  return wordsOf(date).every((word) => words.has(word))
}

export const oneGap: Rule = {
  number: 21,
  title:
    'A cloze has one gap that tells something, not at its start, and every accepted spelling is the same answer.',
  kinds: ['cloze'],
  check: ({ question, key, index }) => {
    const { stem, answer, accepts } = question as ClozeQuestion
    const parts = stem.split(GAP)
    if (parts.length !== 2) return `There are ${parts.length - 1} gaps; there should be one.`
    if (wordsOf(parts[0] ?? '').length < 2 && contentWords(parts[0] ?? '').length === 0)
      return 'The gap stands at the start of the sentence.'
    if (contentWords(parts.join(' ')).length < 3) return 'Too little is left of the sentence to answer from.'
    if (contentWords(answer).length === 0 && key?.amounts.length === 0 && !/\d/.test(answer))
      return `'${answer}' is too small a word to ask for.`
    if (standsIn(answer, parts.join(' / ')) || (key?.date != null && holdsAll(answer, stem)))
      return `The answer '${answer}' stands elsewhere in the sentence.`
    if (accepts.length === 0) return null
    const asked = valueTyped(answer, { unit: answer })
    const strange = accepts.find((text) => {
      if (typeof asked === 'number' && valueTyped(text, { unit: answer }) === asked) return false
      const { amounts } = sayingOf(text, index)
      if (key && key.amounts.length > 0 && amounts.length > 0) {
        const isBare = amounts.every(({ sort }) => sort === 'count')
        return !isBare && !amounts.some((amount) => key.amounts.some((own) => isSame(amount, own)))
      }
      if (key && key.amounts.length > 0) return false
      const name = index.names.called.get(plainWords(text))
      const own = index.names.called.get(plainWords(answer))
      return name !== undefined && own !== undefined && name.canonical !== own.canonical
    })
    return strange === undefined
      ? null
      : `'${strange}' is accepted but is not the same answer as '${answer}'.`
  },
}
