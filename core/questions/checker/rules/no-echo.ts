import { remember } from '../../../remember.ts'
import { amountOf, isSame } from '../amount.ts'
import { figuresOf, type Saying } from '../article-index.ts'
import type { Rule } from '../rule.ts'
import { isSameThing } from '../same-thing.ts'
import type { Sight } from '../sight.ts'
import { contentWords, holdsWords, plainWords, rootOf, standsIn } from '../words.ts'

const ARTICLE_AT_END = /\b(?:a|an)\s?(?:_+|…|\.{2,4})?\s?[?:.]?$/

const roots: (text: string) => readonly string[] = remember((text) =>
  contentWords(text)
    .filter((word) => word.length > 2 && !/^\d/.test(word))
    .map(rootOf),
)

/** How the question gives one of its keys away. */
function echoOf(key: Saying, { question: { stem }, wrong, reading, index }: Sight): string | null {
  if (ARTICLE_AT_END.test(stem.trim()))
    return "The question ends in 'a' or 'an', which fits some options only."
  if (standsIn(key.text, stem) && !wrong.some(({ text }) => standsIn(text, stem)))
    return `The question gives the answer away: '${key.text}' stands in it.`
  if (key.amounts.length > 0) {
    const given = figuresOf(stem, index).some((quantity) =>
      key.amounts.some((amount) => isSame(amount, amountOf(quantity))),
    )
    return given ? `The question gives the figure ${key.text} itself.` : null
  }
  const line = plainWords(stem)
  for (const [name, words] of index.names.texts)
    if (
      holdsWords(line, words) &&
      isSameThing(name, key.text, reading) &&
      !wrong.some(({ text }) => standsIn(name, text))
    )
      return `'${name}' in the question is another name of the answer '${key.text}'.`
  const inStem = roots(stem)
  const echo = roots(key.text).find(
    (root) => inStem.includes(root) && !wrong.some(({ text }) => roots(text).includes(root)),
  )
  return echo === undefined
    ? null
    : `A word of the answer '${key.text}' stands in the question and in no other option.`
}

export const noEcho: Rule = {
  number: 15,
  title: 'No word of the key stands in the question alone, and no a or an points to it.',
  kinds: ['choice', 'multiple-response'],
  check: (sight) => {
    for (const key of sight.keys) {
      const echo = echoOf(key, sight)
      if (echo) return echo
    }
    return null
  },
}
