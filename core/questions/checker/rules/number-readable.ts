import { readNumber } from '../../../learning/number-entry.ts'
import type { EstimateQuestion, NumberQuestion } from '../../question.ts'
import type { Rule } from '../rule.ts'

export const numberReadable: Rule = {
  number: 24,
  title: 'The figure can be typed as asked, and is read as the answer.',
  kinds: ['number', 'estimate'],
  check: ({ question }) => {
    const { answer, unit } = question as NumberQuestion | EstimateQuestion
    const reading = readNumber(String(answer), { unit })
    if (!reading.valid) return `${answer} typed into a field for '${unit}' cannot be read.`
    return Math.abs(reading.value - answer) <= 1e-9 * Math.max(1, Math.abs(answer))
      ? null
      : `${answer} typed into a field for '${unit}' is read as ${reading.text}.`
  },
}
