import type { Rule } from '../rule.ts'

const MOST = 1.25

export const keyNotLongest: Rule = {
  number: 10,
  title: 'The key is at most 1.25 times as long as the longest wrong option.',
  kinds: ['choice'],
  check: ({ key, wrong }) => {
    const longest = Math.max(0, ...wrong.map(({ text }) => text.length))
    return key && key.text.length > MOST * longest ? `'${key.text}' stands out by its length.` : null
  },
}
