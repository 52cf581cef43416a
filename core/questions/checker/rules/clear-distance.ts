import { sayNumber } from '../../../learning/number-entry.ts'
import type { EstimateQuestion, NumberQuestion } from '../../question.ts'
import { type Amount, isSameRounded } from '../amount.ts'
import type { Saying } from '../article-index.ts'
import type { Rule } from '../rule.ts'
import type { Sight } from '../sight.ts'

/** As a share of the key: closer than this, a wrong figure is a near miss rather than another answer. */
const ROOM = 0.03
const ROOM_WHEN_ROUGH = 0.1
/** The most a tolerance may be of the figure asked for. */
const WIDEST = 0.05
const SMALL = 0.2

/** The most a tolerance may be of a scale, and the least of it that lies beyond the answer on either side. */
const WIDEST_OF_SCALE = 0.1
const LEAST_BESIDE = 0.05

function scaleProblem({ answer, low, high, tolerance }: EstimateQuestion): string | null {
  const length = high - low
  if (tolerance > WIDEST_OF_SCALE * length)
    return `A tolerance of ${tolerance} is more than a tenth of the scale from ${low} to ${high}.`
  const isOnIt = low < answer && answer < high
  return isOnIt && Math.min(answer - low, high - answer) < LEAST_BESIDE * length
    ? `The answer ${answer} stands at the very end of the scale from ${low} to ${high}.`
    : null
}

const POINTS = new Set(['pp', 'bp'])
const ASKS_POINTS = /\b(?:how many|what number of|which number of) (?:percentage|basis) points\b/i
const ASKS_PERCENT = /\b(?:what|which) (?:percentage|per cent|percent|share|proportion)\b(?! points?)/i

const isMix = (a: Amount, b: Amount): boolean =>
  (a.sort === '%' && POINTS.has(b.sort)) || (b.sort === '%' && POINTS.has(a.sort))

/** A question in points whose answer is in percent, or the other way round. */
function askedInOther({ question: { stem }, key }: Sight): string | null {
  const sorts = key?.amounts.map(({ sort }) => sort) ?? []
  if (ASKS_POINTS.test(stem) && sorts.includes('%'))
    return `The question asks for percentage points, and ${key?.text} is a percentage.`
  return ASKS_PERCENT.test(stem) && sorts.some((sort) => POINTS.has(sort))
    ? `The question asks for a percentage, and ${key?.text} is in percentage points or basis points.`
    : null
}

/** A tolerance may be a twentieth of the figure, or half a unit where that is no more than a fifth of it. */
function toleranceProblem({ answer, unit, tolerance }: NumberQuestion): string | null {
  const size = Math.abs(answer)
  return tolerance > Math.max(WIDEST * size, Math.min(0.5, SMALL * size))
    ? `A tolerance of ${tolerance} beside ${sayNumber(answer, unit)} lets in figures that are plainly wrong.`
    : null
}

function tooClose(key: Saying, { wrong, facts }: Sight): string | null {
  const isRough = facts.some(({ exactness }) => exactness === 'about' || exactness === 'nearly')
  for (const option of wrong) {
    for (const a of option.amounts) {
      for (const b of key.amounts) {
        if (isMix(a, b))
          return `'${option.text}' and '${key.text}' mix percent with percentage points or basis points.`
        const room = (isRough ? ROOM_WHEN_ROUGH : ROOM) * Math.abs(b.value)
        // The key again is for no-second-key to tell.
        const isClose = a.sort === b.sort && a.high === undefined && Math.abs(a.value - b.value) < room
        if (isClose && !isSameRounded(a, b)) return `'${option.text}' is too close to the answer ${key.text}.`
      }
    }
  }
  return null
}

export const clearDistance: Rule = {
  number: 7,
  title: 'Wrong figures lie well outside what would count as right; percent and percentage points never mix.',
  kinds: ['choice', 'multiple-response', 'true-false', 'number', 'estimate'],
  check: (sight) => {
    const { question, keys } = sight
    const mixed = askedInOther(sight)
    if (mixed) return mixed
    if (question.kind === 'estimate') return scaleProblem(question)
    if (question.kind === 'number') return toleranceProblem(question)
    for (const key of keys) {
      const close = tooClose(key, sight)
      if (close) return close
    }
    return null
  },
}
