import { valueTyped } from '../../../learning/number-entry.ts'
import { type ClozeQuestion, GAP } from '../../question.ts'
import { isSame } from '../amount.ts'
import { sayingOf } from '../article-index.ts'
import { mentionsIn } from '../parties.ts'
import type { Rule } from '../rule.ts'
import { isSameThing } from '../same-thing.ts'
import type { Sight } from '../sight.ts'
import { contentWords, plainWords, rootsOf, standsIn, wordsOf } from '../words.ts'

/** Whether a date stands in the sentence in another order ('October 4, 2001'). */
const holdsAll = (date: string, stem: string): boolean => {
  const words = new Set(wordsOf(stem))
  return wordsOf(date).every((word) => words.has(word))
}

/** Longer answers are typed from memory by nobody. */
const MOST_WORDS = 8

/** What asks for the long form of a name may give the short one. */
const ASKS_LONG_FORM = /\bstands? for\b|\b(?:short|abbreviation) (?:for|of)\b/i

/** Another name of the answer, or the rest of its name, beside the gap. */
function namedBeside({ question, asked, trueText, reading, index }: Sight): string | null {
  const { stem, answer } = question as ClozeQuestion
  if (ASKS_LONG_FORM.test(stem)) return null
  const named = index.names.called.get(plainWords(answer))
  const own = named?.canonical
  const surname = named?.sort === 'person' ? (own?.split(' ').at(-1) ?? '') : ''
  if (standsIn(surname, stem))
    return `'${surname}' in the sentence is another name of the answer '${answer}'.`
  // Where it was reported is no part of `trueText`.
  const start = asked.indexOf(GAP)
  const end = start + answer.length
  for (const mention of mentionsIn(trueText, reading)) {
    const isBeside = mention.end <= start || mention.start >= end
    const said = trueText.slice(mention.start, mention.end)
    if (isBeside && own !== undefined && mention.name === plainWords(own))
      return `'${said}' in the sentence is another name of the answer '${answer}'.`
    const reachesOut = !isBeside && (mention.start < start || mention.end > end)
    if (reachesOut) return `The gap holds a part of '${said}' only.`
  }
  return null
}

/** Whether an accepted spelling is the answer again: the same figure, or a name or phrase with a word in common. */
function isAnswerAgain(text: string, { question, key, reading, index }: Sight): boolean {
  const { answer } = question as ClozeQuestion
  const asked = valueTyped(answer, { unit: answer })
  if (typeof asked === 'number' && valueTyped(text, { unit: answer }) === asked) return true
  if (key && key.amounts.length > 0) {
    const { amounts } = sayingOf(text, index)
    return amounts.some(
      (amount) =>
        key.amounts.some((own) => isSame(amount, own)) || (amount.sort === 'count' && amount.value === asked),
    )
  }
  const called = (name: string) => index.names.called.get(plainWords(name))?.canonical
  const [name, own] = [called(text), called(answer)]
  if (name !== undefined && own !== undefined && name !== own) return false
  const roots = rootsOf(answer)
  return (
    rootsOf(text).some((root) => roots.includes(root)) ||
    isSameThing(text, answer, reading) ||
    (key?.date != null && sayingOf(text, index).date === key.date)
  )
}

export const oneGap: Rule = {
  number: 21,
  title:
    'A cloze has one gap that tells something, not at its start, and every accepted spelling is the same answer.',
  kinds: ['cloze'],
  check: (sight) => {
    const { question, key } = sight
    const { stem, answer, accepts } = question as ClozeQuestion
    const parts = stem.split(GAP)
    if (parts.length !== 2) return `There are ${parts.length - 1} gaps; there should be one.`
    if (wordsOf(parts[0] ?? '').length < 2 && contentWords(parts[0] ?? '').length === 0)
      return 'The gap stands at the start of the sentence.'
    if (contentWords(parts.join(' ')).length < 3) return 'Too little is left of the sentence to answer from.'
    if (wordsOf(answer).length > MOST_WORDS)
      return `The answer '${answer}' is too long to be typed from memory.`
    if (contentWords(answer).length === 0 && key?.amounts.length === 0 && !/\d/.test(answer))
      return `'${answer}' is too small a word to ask for.`
    if (standsIn(answer, parts.join(' / ')) || (key?.date != null && holdsAll(answer, stem)))
      return `The answer '${answer}' stands elsewhere in the sentence.`
    const beside = namedBeside(sight)
    if (beside) return beside
    const strange = accepts.find((text) => text.trim() !== '' && !isAnswerAgain(text, sight))
    return strange === undefined
      ? null
      : `'${strange}' is accepted but is not the same answer as '${answer}'.`
  },
}
