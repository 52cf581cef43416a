import type { Saying } from '../article-index.ts'
import { isCatchAll } from '../catch-all.ts'
import type { Rule } from '../rule.ts'
import { standsIn } from '../words.ts'

/** Whether an option joins two of the others: 'Brightmart and Oldbury' beside Brightmart and Oldbury. */
const joinsOthers = (text: string, all: readonly Saying[]): boolean =>
  / (?:and|or|&) |, /.test(text) &&
  all.filter((other) => other.text !== text && standsIn(other.text, text)).length >= 2

export const noCatchAlls: Rule = {
  number: 12,
  title: "No 'all of the above', 'none of the above', 'A and B'.",
  kinds: ['choice', 'multiple-response'],
  check: ({ keys, wrong }) => {
    const all = [...wrong, ...keys]
    const found = all.find(({ text }) => isCatchAll(text) || joinsOthers(text, all))
    return found ? `'${found.text}' refers to other options instead of answering.` : null
  },
}
