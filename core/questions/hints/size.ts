import type { Amount } from '../checker/amount.ts'
import type { Sight } from '../checker/sight.ts'
import { sayInWords } from '../number-words.ts'
import type { Kind, QuestionOf } from '../question.ts'

const MOST_DIGITS = 6

/** How many digits a figure has that is typed in, in the unit that stands beside the field. */
function digitsHint(value: number): string | null {
  const digits = String(Math.floor(Math.abs(value))).length
  if (digits > MOST_DIGITS) return null
  const said = `The figure has ${sayInWords(digits)} digit${digits === 1 ? '' : 's'}`
  return Number.isInteger(value) ? `${said}.` : `${said} before the decimal point.`
}

const PERCENT: readonly (readonly [below: number, word: string])[] = [
  [10, 'single-digit'],
  [100, 'double-digit'],
  [1000, 'three-digit'],
]
const LARGE = ['thousands', 'millions', 'billions', 'trillions']
const LEADS = ['', 'tens of ', 'hundreds of ']

/** How large a figure is that fills a gap, unit and all: 'tens of billions'. */
function runsTo({ value, high, sort }: Amount): string | null {
  if (high !== undefined) return null
  const size = Math.abs(value)
  if (sort === '%') {
    const word = size < 1 ? undefined : PERCENT.find(([below]) => size < below)?.[1]
    return word === undefined ? null : `The gap takes a ${word} percentage.`
  }
  if (size < 1000 || /^(?:pp|bp|x)$/.test(sort)) return null
  const power = Math.floor(Math.log10(size * (1 + Number.EPSILON)))
  const word = LARGE[Math.floor(power / 3) - 1]
  return word === undefined ? null : `The figure runs to ${LEADS[power % 3]}${word}.`
}

/** Nearer to the middle of the scale than this share of it, 'upper' and 'lower' say too much or mislead. */
const MIDDLE = 0.05

function halfHint({ answer, low, high }: QuestionOf<'estimate'>): string | null {
  const place = (answer - low) / (high - low)
  if (Math.abs(place - 0.5) < MIDDLE) return null
  return `The figure lies in the ${place > 0.5 ? 'upper' : 'lower'} half of the scale.`
}

const nothing = (): null => null

/** How large the figure is that has to be found without options; with options its size would strike some of them out. */
const SIZES: {
  readonly [K in Kind]: (question: QuestionOf<K>, figure: Amount | undefined) => string | null
} = {
  choice: nothing,
  'multiple-response': nothing,
  'true-false': nothing,
  number: ({ answer }) => digitsHint(answer),
  cloze: ({ answer }, figure) => (figure && /\d/.test(answer) ? runsTo(figure) : null),
  ordering: nothing,
  matching: nothing,
  estimate: (question) => halfHint(question),
}

const sizeOf = <K extends Kind>(question: QuestionOf<K>, figure: Amount | undefined): string | null =>
  SIZES[question.kind as K](question, figure)

export function sizeHints({ question, key }: Sight): string[] {
  const hint = sizeOf(question, key?.amounts[0])
  return hint === null ? [] : [hint]
}
