import { KINDS, type Kind, type Option, type QuestionOf } from '../../question.ts'
import type { Rule } from '../rule.ts'
import type { Sight } from '../sight.ts'
import { wordsOf } from '../words.ts'

/** Two texts alike but for case and punctuation; signs of currency and the like tell texts apart. */
const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[\s'"‘’“”]+/g, ' ')
    .trim()

const areDistinct = (texts: readonly string[]): boolean => new Set(texts.map(plain)).size === texts.length

function optionsProblem(options: readonly Option[]): string | null {
  if (options.some(({ text, why }) => wordsOf(text).length === 0 || why.trim() === ''))
    return 'An option lacks its text or its reason.'
  return areDistinct(options.map(({ text }) => text)) ? null : 'Two options are the same.'
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
  check: ({ question }: Sight) => problem(question),
}
