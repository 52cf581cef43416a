import { KINDS, type Kind, type Option, type QuestionOf } from '../../question.ts'
import { isSame as isSameAmount } from '../amount.ts'
import type { Saying } from '../article-index.ts'
import type { Rule } from '../rule.ts'
import type { Sight } from '../sight.ts'
import { plainWords, wordsOf } from '../words.ts'

/** Two texts alike but for case and punctuation; signs of currency and the like tell texts apart. */
const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[\s'"‘’“”]+/g, ' ')
    .trim()

const areDistinct = (texts: readonly string[]): boolean => new Set(texts.map(plain)).size === texts.length

function optionsProblem(options: readonly Option[]): string | null {
  const bare = options.find(({ text, why }) => wordsOf(text).length === 0 || why.trim() === '')
  if (bare) return `The option '${bare.text}' lacks its text or its reason.`
  const again = options.find(({ text }, at) =>
    options.slice(0, at).some((other) => plain(other.text) === plain(text)),
  )
  return again ? `The option '${again.text}' stands there twice.` : null
}

/** Two right or two wrong options that say one thing; a wrong one that says the key's is for no-second-key to tell. */
function sameOptions({ question, keys, wrong, index }: Sight): string | null {
  if (!('options' in question)) return null
  const nameOf = ({ text }: Saying) => index.names.called.get(plainWords(text))?.canonical
  const isSame = (a: Saying, b: Saying) =>
    a.amounts.length > 0 || b.amounts.length > 0
      ? a.amounts.some((amount) => b.amounts.some((other) => isSameAmount(amount, other)))
      : a.date !== null && b.date !== null
        ? a.date === b.date
        : nameOf(a) !== undefined && nameOf(a) === nameOf(b)
  for (const side of [keys, wrong])
    for (const [at, option] of side.entries()) {
      const other = side.slice(0, at).find((each) => isSame(each, option))
      if (other) return `The options '${other.text}' and '${option.text}' are the same.`
    }
  return null
}

/** Three or more parts, each once, each with its reason. */
function partsProblem(parts: readonly string[], reasons: readonly string[], count: number): string | null {
  if (count < 3) return `${count} parts; there should be three or more.`
  if (reasons.length !== count || reasons.some((why) => why.trim() === '')) return 'A part lacks its reason.'
  if (parts.some((text) => wordsOf(text).length === 0)) return 'A part lacks its text.'
  return null
}

/** How a stem says how many options are right. */
const COUNTS: Readonly<Record<number, RegExp>> = {
  2: /\b(?:two|2)\b/i,
  3: /\b(?:three|3)\b/i,
  4: /\b(?:four|4)\b/i,
  5: /\b(?:five|5)\b/i,
}

const entryProblem = (answer: number, unit: string, tolerance: number): string | null => {
  if (!Number.isFinite(answer)) return 'The answer is no number.'
  if (unit.trim() === '') return 'The unit is not said.'
  return Number.isFinite(tolerance) && tolerance >= 0 ? null : 'The tolerance is no number from 0 up.'
}

/** What a well-formed key is, by kind. */
const FORMS: { readonly [K in Kind]: (question: QuestionOf<K>) => string | null } = {
  choice: ({ options, answer }) => {
    if (options.length < 3 || options.length > 4)
      return `${options.length} options; there should be three or four.`
    const right = options.filter(({ correct }) => correct)
    if (right.length !== 1) return `${right.length} options are marked as right; there should be one.`
    if (right[0]?.text !== answer) return 'The answer is not the option marked as right.'
    return optionsProblem(options)
  },
  'multiple-response': ({ options, answer, stem }) => {
    if (options.length < 4 || options.length > 6)
      return `${options.length} options; there should be four, five or six.`
    const right = options.filter(({ correct }) => correct).map(({ text }) => text)
    if (right.length < 2) return `${right.length} options are marked as right; there should be two or more.`
    if (right.length === options.length) return 'Every option is marked as right.'
    if (right.join('\n') !== answer.join('\n')) return 'The answer is not the options marked as right.'
    if (!COUNTS[right.length]?.test(stem))
      return `The question does not say that ${right.length} of the options are right.`
    return optionsProblem(options)
  },
  'true-false': ({ stem, answer, correction }) => {
    if (answer) return correction === undefined ? null : 'A true statement has a correction.'
    if (correction === undefined || correction.trim() === '') return 'A false statement has no correction.'
    return plain(correction) === plain(stem) ? 'The correction says the same as the statement.' : null
  },
  number: ({ answer, unit, tolerance }) => entryProblem(answer, unit, tolerance),
  cloze: ({ answer, accepts }) =>
    [answer, ...accepts].some((text) => wordsOf(text).length === 0)
      ? 'The answer or one of its spellings is blank.'
      : null,
  ordering: ({ answer, reasons }) =>
    partsProblem(answer, reasons, answer.length) ?? (areDistinct(answer) ? null : 'Two items are the same.'),
  matching: ({ answer, reasons }) =>
    partsProblem(answer.flat(), reasons, answer.length) ??
    ([0, 1].every((side) => areDistinct(answer.map((pair) => pair[side as 0 | 1])))
      ? null
      : 'Something stands in two pairs.'),
  estimate: ({ answer, unit, tolerance, low, high }) =>
    entryProblem(answer, unit, tolerance) ??
    (Number.isFinite(low) && Number.isFinite(high) && low < answer && answer < high
      ? null
      : `The answer ${answer} does not lie on the scale from ${low} to ${high}.`),
}

const problem = <K extends Kind>(question: QuestionOf<K>): string | null =>
  FORMS[question.kind as K](question)

export const oneKey: Rule = {
  number: 8,
  title:
    'The key is well formed: as many options and parts as the kind takes, each there once, with its reason.',
  kinds: KINDS,
  check: (sight: Sight) => problem(sight.question) ?? sameOptions(sight),
}
