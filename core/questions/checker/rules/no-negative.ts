import type { Rule } from '../rule.ts'

const NEGATIVE = /\b(?:not|never|except|without|cannot|nor|neither|least likely)\b|n[’']t\b/
const SET_OFF = /\b(?:NOT|EXCEPT|NEVER|LEAST)\b/
const NOT_ONLY =
  /\bnot (?:only|just|more than|less than|exceed)\b|\bwithout (?:adjust|count|includ)[a-z]*|\bif not\b/g

/** What somebody is quoted as saying turns no question round. */
const QUOTED = /[“"][^“”"_]*[”"]/g

export const noNegative: Rule = {
  number: 13,
  title: 'No negative questions, unless the NOT is set off in capitals.',
  kinds: ['choice', 'multiple-response', 'true-false', 'number', 'ordering', 'matching', 'estimate'],
  check: ({ question: { stem } }) => {
    const found = NEGATIVE.exec(stem.replace(QUOTED, ' ').replace(NOT_ONLY, ' '))
    return found && !SET_OFF.test(stem)
      ? `'${found[0]}' turns the question round and is easily missed.`
      : null
  },
}
