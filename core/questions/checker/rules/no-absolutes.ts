import { KINDS } from '../../question.ts'
import { isCatchAll } from '../catch-all.ts'
import type { Rule } from '../rule.ts'
import { standsIn } from '../words.ts'

const ABSOLUTE_OR_VAGUE =
  /\b(?:always|never|only|all|none|every|entirely|completely|totally|solely|exclusively|wholly|fully|universally|absolutely|utterly|nobody|no one|everyone|everybody|anyone|everything|nothing|ever|forever|impossible|certainly|undoubtedly|definitely|invariably|often|usually|sometimes|frequently|occasionally|generally|rarely|seldom|typically|normally|mostly|(?<!how )many|several|numerous|various|plenty of|(?:a )?lots? of|a (?:large |small |great |good )?number of|a handful of|significant|significantly|substantial|substantially|considerable|considerably|dramatic|dramatically|hugely|massively|largely|greatly)\b/gi
const NO_ABSOLUTE = /\bnot only\b|\bif only\b|\b(?:after|above) all\b/gi

export const noAbsolutes: Rule = {
  number: 14,
  title: "No absolutes ('always', 'only') or vague terms ('often', 'many') beyond the article's own words.",
  kinds: KINDS,
  check: ({ question, trueText, evidenceText, wrong, keys }) => {
    const options = [...keys, ...wrong].map(({ text }) => text).filter((text) => !isCatchAll(text))
    const said = [question.stem, trueText, ...options].join(' / ').replace(NO_ABSOLUTE, ' ')
    const found = said.match(ABSOLUTE_OR_VAGUE)?.find((term) => !standsIn(term, evidenceText))
    return found === undefined ? null : `'${found}' goes beyond what the passage says.`
  },
}
