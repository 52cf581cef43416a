import type { EstimateQuestion } from '../../question.ts'
import type { Rule } from '../rule.ts'

/** As a share of the key: closer than this, a wrong figure is a near miss rather than another answer. */
const ROOM = 0.03
const ROOM_WHEN_ROUGH = 0.1
/** The most a tolerance may be of the figure asked for. */
const WIDEST = 0.05

/** The most a tolerance may be of a scale, and the least of it that lies beyond the answer on either side. */
const WIDEST_OF_SCALE = 0.1
const LEAST_BESIDE = 0.05

function scaleProblem({ answer, low, high, tolerance }: EstimateQuestion): string | null {
  const length = high - low
  if (tolerance > WIDEST_OF_SCALE * length)
    return `A tolerance of ${tolerance} is more than a tenth of the scale from ${low} to ${high}.`
  return Math.min(answer - low, high - answer) < LEAST_BESIDE * length
    ? `The answer ${answer} stands at the very end of the scale from ${low} to ${high}.`
    : null
}

export const clearDistance: Rule = {
  number: 7,
  title: 'Wrong figures lie well outside what would count as right; percent and percentage points never mix.',
  kinds: ['choice', 'multiple-response', 'true-false', 'number', 'estimate'],
  check: ({ question, key, wrong, facts }) => {
    if (question.kind === 'estimate') return scaleProblem(question)
    if (!key || key.amounts.length === 0) return null
    if (question.kind === 'number') {
      const widest = Math.max(WIDEST * Math.abs(question.answer), 0.5)
      return question.tolerance > widest
        ? `A tolerance of ${question.tolerance} lets in figures that are plainly wrong.`
        : null
    }
    const isRough = facts.some(({ exactness }) => exactness === 'about' || exactness === 'nearly')
    for (const option of wrong) {
      for (const a of option.amounts) {
        for (const b of key.amounts) {
          const isMixed = (a.sort === '%' && b.sort === 'pp') || (a.sort === 'pp' && b.sort === '%')
          if (isMixed) return `'${option.text}' and ${key.text} mix percent and percentage points.`
          const room = (isRough ? ROOM_WHEN_ROUGH : ROOM) * Math.abs(b.value)
          const isClose = a.sort === b.sort && a.high === undefined && Math.abs(a.value - b.value) < room
          if (isClose) return `'${option.text}' is too close to the answer ${key.text}.`
        }
      }
    }
    return null
  },
}
