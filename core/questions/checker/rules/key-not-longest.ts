import type { Rule } from '../rule.ts'

const MOST = 1.25

export const keyNotLongest: Rule = {
  number: 10,
  title: 'The key is at most 1.25 times as long as the longest wrong option.',
  kinds: ['choice', 'multiple-response'],
  check: ({ keys, wrong }) => {
    if (wrong.length === 0) return null
    const longest = Math.max(...wrong.map(({ text }) => text.length))
    const long = keys.find(({ text }) => text.length > MOST * longest)
    return long ? `'${long.text}' stands out by its length.` : null
  },
}
