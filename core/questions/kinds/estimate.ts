import { MOST_TRIES, markOf, reachOf } from '../../learning/mark.ts'
import { sayNumber } from '../../learning/number-entry.ts'
import type { Random } from '../../random.ts'
import { type AnyAsk, type FigureKey, isSeries } from '../ask.ts'
import { entryValue } from '../figure-text.ts'
import type { KindDefinition } from '../kind.ts'
import type { EstimateQuestion } from '../question.ts'
import { baseOf } from '../question-base.ts'

/** Smaller figures are known or not; nobody estimates them. */
const SMALLEST = 8
/** A scale has at least so many steps, and half of the mark's tolerance is one of so many parts of it. */
const STEPS = 100
const PARTS = 20
/** The scale is so many times as long as the figure, where that leaves it above zero. */
const LENGTH = 1.5
/** The figure stands anywhere between these shares of its scale, so that its place tells nothing. */
const PLACE = { from: 0.12, to: 0.88 }

/** The largest of 1, 2 and 5 times a power of ten that is no larger than `size`. */
function roundStep(size: number): number {
  const power = 10 ** Math.floor(Math.log10(size))
  const times = size >= 5 * power ? 5 : size >= 2 * power ? 2 : 1
  return Number((times * power).toPrecision(1))
}

/** How far a slider moves at once: a round step, at least a hundred of them from end to end. */
const stepOf = (low: number, high: number): number => roundStep((high - low) / STEPS)

interface Scale {
  readonly low: number
  readonly high: number
}

/** Round ends for a scale in which the figure stands at a place drawn by chance. A share stays within 100%. */
function scaleOf(value: number, isShare: boolean, random: Random): Scale {
  const place = PLACE.from + random.next() * (PLACE.to - PLACE.from)
  const length = Math.min(LENGTH * value, (0.95 * value) / place)
  const low = value - place * length
  const high = isShare ? Math.min(100, low + length) : low + length
  const step = roundStep((high - low) / 10)
  const round = (end: number): number => Number((end * step).toPrecision(12))
  return { low: round(Math.floor(low / step)), high: round(Math.ceil(high / step)) }
}

const isEstimable = (key: FigureKey): boolean =>
  key.high === undefined && key.entryUnit.trim() !== '' && entryValue(key) >= SMALLEST

function draft(ask: AnyAsk, random: Random): EstimateQuestion | null {
  if (isSeries(ask) || ask.stem === undefined || ask.key.type !== 'figure' || !isEstimable(ask.key))
    return null
  const { key } = ask
  const answer = entryValue(key)
  const { low, high } = scaleOf(answer, key.unit === '%' && answer <= 100, random)
  return {
    kind: 'estimate',
    ...baseOf(ask, 'estimate'),
    stem: ask.stem,
    answer,
    unit: key.entryUnit,
    tolerance: roundStep((high - low) / PARTS),
    low,
    high,
  }
}

const around = (value: number, room: number): readonly [number, number] => [
  Number((value - room).toPrecision(12)),
  Number((value + room).toPrecision(12)),
]

/** A figure to be placed on a scale. The answer is a number from one end of it to the other. */
export const estimate: KindDefinition<'estimate'> = {
  kind: 'estimate',
  draft,
  countParts: () => 0,
  mostTries: () => MOST_TRIES,
  arrange: () => ({ ids: [], order: [] }),
  show: ({ stem, unit, low, high, tolerance }) => ({
    kind: 'estimate',
    stem,
    unit,
    low,
    high,
    step: stepOf(low, high),
    tolerance,
  }),
  readAnswer: (raw) => {
    if (raw === null || raw === '') return null
    return typeof raw === 'number' && Number.isFinite(raw) ? raw : undefined
  },
  feedback: (question, answer, _, tries) => {
    const { answer: value, tolerance, unit } = question
    return {
      mark: markOf('estimate', answer === null ? null : { off: answer - value, value, tolerance }, tries),
      key: sayNumber(value, unit),
      given: answer === null ? '' : sayNumber(answer, unit),
      figure: {
        value,
        whole: around(value, tolerance),
        some: around(value, tolerance + reachOf(value)),
      },
      explanation: question.explanation,
    }
  },
  rekey: (question, answer) => ({ ...question, explanation: '', answer }),
}
