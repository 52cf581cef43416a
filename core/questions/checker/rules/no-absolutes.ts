import type { Rule } from '../rule.ts'
import { wordsOf } from '../words.ts'

const ABSOLUTE = new Set(
  'always never only all none every entirely completely totally solely nobody everyone everything nothing ever impossible certainly undoubtedly definitely invariably'.split(
    ' ',
  ),
)
const VAGUE = new Set(
  'often usually sometimes frequently occasionally generally rarely seldom typically normally mostly many several numerous significant significantly substantially considerably dramatically hugely massively largely'.split(
    ' ',
  ),
)

const HOW_MANY = /\bhow many\b/gi

export const noAbsolutes: Rule = {
  number: 14,
  title: "No absolutes ('always', 'only') or vague terms ('often', 'many') beyond the article's own words.",
  kinds: ['choice', 'true-false', 'number', 'cloze'],
  check: ({ question, trueText, evidenceText, wrong, key }) => {
    const own = new Set(wordsOf(evidenceText))
    const said = [question.stem, trueText, key?.text ?? '', ...wrong.map(({ text }) => text)].flatMap(
      (text) => wordsOf(text.replace(HOW_MANY, ' ')),
    )
    const found = said.find((word) => (ABSOLUTE.has(word) || VAGUE.has(word)) && !own.has(word))
    return found === undefined ? null : `'${found}' goes beyond what the passage says.`
  },
}
