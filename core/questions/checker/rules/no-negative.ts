import type { Rule } from '../rule.ts'

const NEGATIVE =
  /\b(?:not|never|except|without|cannot|nor|neither|none|nobody|nothing|no one|least likely)\b|\bno\b|n[’']t\b|\b(?:is|are|was|were|be) (?:it )?(?:false|untrue|incorrect)\b|^(?:Not|Never|Except|Without|Neither|None|Nobody|Nothing|No)\b/
const SET_OFF = /\b(?:NOT|EXCEPT|NEVER|LEAST|NO|WITHOUT)\b/
const NOT_ONLY =
  /\bnot (?:only|just|more than|less than|exceed)\b|\b[Ww]ithout (?:adjust|count|includ)[a-z]*|\bif not\b|\b[Nn]o (?:more|less|fewer|later|earlier|sooner) than\b|\bno doubt\b|\bwhether or not\b/g

/** What somebody is quoted as saying turns no question round. */
const QUOTED = /[“"][^“”"_]*[”"]/g

export const noNegative: Rule = {
  number: 13,
  title: 'No negative questions, unless the NOT is set off in capitals.',
  kinds: ['choice', 'multiple-response', 'true-false', 'number', 'ordering', 'matching', 'estimate'],
  check: ({ asked: stem }) => {
    const found = NEGATIVE.exec(stem.replace(QUOTED, ' ').replace(NOT_ONLY, ' '))
    return found && !SET_OFF.test(stem)
      ? `'${found[0]}' turns the question round and is easily missed.`
      : null
  },
}
