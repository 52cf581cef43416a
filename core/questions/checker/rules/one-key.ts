import type { Kind, QuestionOf } from '../../question.ts'
import type { Rule } from '../rule.ts'
import type { Sight } from '../sight.ts'
import { wordsOf } from '../words.ts'

/** Two texts alike but for case and punctuation; signs of currency and the like tell texts apart. */
const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[\s'"‘’“”]+/g, ' ')
    .trim()

/** What a well-formed key is, by kind. */
const FORMS: { readonly [K in Kind]: (question: QuestionOf<K>) => string | null } = {
  choice: ({ options, answer }) => {
    if (options.length < 3 || options.length > 4)
      return `${options.length} options; there should be three or four.`
    const right = options.filter(({ correct }) => correct)
    if (right.length !== 1) return `${right.length} options are marked as right; there should be one.`
    if (right[0]?.text !== answer) return 'The answer is not the option marked as right.'
    if (options.some(({ text, why }) => wordsOf(text).length === 0 || why.trim() === ''))
      return 'An option lacks its text or its reason.'
    return new Set(options.map(({ text }) => plain(text))).size < options.length
      ? 'Two options are the same.'
      : null
  },
  'true-false': ({ stem, answer, correction }) => {
    if (answer) return correction === undefined ? null : 'A true statement has a correction.'
    if (correction === undefined || correction.trim() === '') return 'A false statement has no correction.'
    return plain(correction) === plain(stem) ? 'The correction says the same as the statement.' : null
  },
  number: ({ answer, unit, tolerance }) => {
    if (!Number.isFinite(answer)) return 'The answer is no number.'
    if (unit.trim() === '') return 'The unit is not said.'
    return Number.isFinite(tolerance) && tolerance >= 0 ? null : 'The tolerance is no number from 0 up.'
  },
  cloze: ({ answer, accepts }) =>
    [answer, ...accepts].some((text) => wordsOf(text).length === 0)
      ? 'The answer or one of its spellings is blank.'
      : null,
}

const problem = <K extends Kind>(question: QuestionOf<K>): string | null =>
  FORMS[question.kind as K](question)

export const oneKey: Rule = {
  number: 8,
  title: 'There is exactly one key; options are three or four, and each is there once.',
  kinds: ['choice', 'true-false', 'number', 'cloze'],
  check: ({ question }: Sight) => problem(question),
}
