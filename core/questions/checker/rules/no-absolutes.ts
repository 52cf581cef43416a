import { KINDS } from '../../question.ts'
import type { Rule } from '../rule.ts'
import { wordsOf } from '../words.ts'

const ABSOLUTE_OR_VAGUE =
  /\b(?:always|never|only|all|none|every|entirely|completely|totally|solely|nobody|everyone|everything|nothing|ever|impossible|certainly|undoubtedly|definitely|invariably|often|usually|sometimes|frequently|occasionally|generally|rarely|seldom|typically|normally|mostly|(?<!how )many|several|numerous|significant|significantly|substantially|considerably|dramatically|hugely|massively|largely)\b/gi

export const noAbsolutes: Rule = {
  number: 14,
  title: "No absolutes ('always', 'only') or vague terms ('often', 'many') beyond the article's own words.",
  kinds: KINDS,
  check: ({ question, trueText, evidenceText, wrong, keys }) => {
    const said = [question.stem, trueText, ...[...keys, ...wrong].map(({ text }) => text)].join(' / ')
    const terms = said.match(ABSOLUTE_OR_VAGUE)
    if (!terms) return null
    const own = new Set(wordsOf(evidenceText))
    const found = terms.find((term) => !own.has(term.toLowerCase()))
    return found === undefined ? null : `'${found}' goes beyond what the passage says.`
  },
}
