import type { Rule } from '../rule.ts'

const CATCH_ALL =
  /\b(?:all|none|any|both|neither|either|some) of (?:the|these|those|them)\b|\b(?:the )?(?:above|below)\b|\bboth\b|\bneither\b|\bcannot be (?:determined|known)\b|\b(?:not (?:given|stated|mentioned)|don't know|no answer)\b|^(?:all|none|both|neither|either|other)$/i
const LETTERS = /^\(?[a-f]\)? (?:and|or|&) \(?[a-f]\)?$/i

export const noCatchAlls: Rule = {
  number: 12,
  title: "No 'all of the above', 'none of the above', 'A and B'.",
  kinds: ['choice', 'multiple-response'],
  check: ({ keys, wrong }) => {
    const found = [...wrong, ...keys].find(({ text }) => CATCH_ALL.test(text) || LETTERS.test(text.trim()))
    return found ? `'${found.text}' refers to other options instead of answering.` : null
  },
}
