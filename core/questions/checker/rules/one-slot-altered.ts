import type { TrueFalseQuestion } from '../../question.ts'
import type { Rule } from '../rule.ts'

export const oneSlotAltered: Rule = {
  number: 20,
  title: 'A false statement alters exactly one part, and the true one is shown.',
  kinds: ['true-false'],
  check: ({ question, altered, key, wrong }) => {
    const { stem, answer } = question as TrueFalseQuestion
    if (!/[.!]["'”’)]?$/.test(stem.trim()) || stem.includes('?'))
      return 'A true/false item has to be a statement that ends with a full stop.'
    if (answer || altered === null) return null
    if (altered === 'more')
      return 'The false statement differs from the true one in more than one part, or in a part that cannot be compared.'
    const isFigure = (key?.amounts.length ?? 0) > 0
    const isOther = (wrong[0]?.amounts.length ?? 0) > 0
    return isFigure === isOther ? null : `'${altered.put}' is not of the same sort as '${altered.truth}'.`
  },
}
