import type { TrueFalseQuestion } from '../../question.ts'
import type { Saying } from '../article-index.ts'
import type { Rule } from '../rule.ts'
import type { Sight } from '../sight.ts'
import { plainWords, standsIn } from '../words.ts'

const PARTS_OF_A_HUNDRED = new Set(['%', 'pp', 'bp'])

/** What sort of thing a part of a statement is, as far as anybody can tell. That percent and points do not mix is for clear-distance to tell. */
function sortOf({ text, amounts, date }: Saying, { index }: Sight): string {
  const [amount] = amounts
  if (amount) {
    if (PARTS_OF_A_HUNDRED.has(amount.sort)) return 'share'
    return /^[A-Z]{3}$/.test(amount.sort) ? 'money' : amount.sort
  }
  if (date !== null) return 'date'
  const sort = index.names.called.get(plainWords(text))?.sort
  return sort === 'person' || sort === 'place' ? sort : 'other'
}

/** An unknown name may be a person's or a place's. */
const differ = (a: string, b: string): boolean => {
  const isName = (sort: string) => sort === 'person' || sort === 'place' || sort === 'other'
  return a !== b && !((a === 'other' && isName(b)) || (b === 'other' && isName(a)))
}

export const oneSlotAltered: Rule = {
  number: 20,
  title: 'A false statement alters exactly one part, and the true one is shown.',
  kinds: ['true-false'],
  check: (sight) => {
    const { question, altered, key, wrong } = sight
    const { stem, answer } = question as TrueFalseQuestion
    if (!/[.!]["'”’)]?$/.test(stem.trim()) || stem.includes('?'))
      return 'A true/false item has to be a statement that ends with a full stop.'
    if (answer || altered === null) return null
    if (altered === 'more')
      return 'The false statement differs from the true one in more than one part, or in a part that cannot be compared.'
    const [put] = wrong
    if (put && standsIn(altered.put, sight.trueText))
      return `'${altered.put}' stands in the statement already.`
    return put && key && differ(sortOf(put, sight), sortOf(key, sight))
      ? `'${altered.put}' is not of the same sort as '${altered.truth}'.`
      : null
  },
}
