import { z } from 'zod'
import { findQuantities, joinMovements } from '#core'
import { isBusinessUnit } from './unit-groups.ts'
import { unitName } from './unit-names.ts'

const goldSchema = z.object({
  change: z.string(),
  value: z.string(),
  unit: z.string(),
  normalized_unit: z.string(),
})

/** Sentences with their quantities, as NewsQuant's files hold them. */
export const rowsSchema = z.array(z.object({ text: z.string(), quantities: z.array(goldSchema) }))

export type Gold = z.infer<typeof goldSchema>
export type Row = z.infer<typeof rowsSchema>[number]

/** A quantity as the engine reads it. */
export interface Predicted {
  readonly value: number
  readonly high?: number
  readonly unit: string
  readonly change: string
}

/** What makes a quantity count as read rightly. */
export interface MeasureDefinition {
  /** Whether two quantities of one value agree. */
  agrees(predicted: Predicted, gold: Gold): boolean
  /** Whether a quantity of such a unit counts at all. */
  takes(unit: string): boolean
  /** F1 asked of the engine, in percent; absent where nothing is. */
  readonly wanted?: number
}

const RANGE = /^(-?\d[\d.]*(?:E-?\d+)?)\s*-\s*(-?\d[\d.]*)$/

function goldRange(value: string): [number, number?] {
  const range = RANGE.exec(value)
  return range ? [Number(range[1]), Number(range[2])] : [Number(value)]
}

const isNear = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-5 * Math.max(1, Math.abs(b))

function isSameValue({ value, high }: Predicted, gold: Gold): boolean {
  const [a, b] = goldRange(gold.value)
  if (b === undefined) return high === undefined && isNear(value, a)
  return high !== undefined && isNear(value, Math.min(a, b)) && isNear(high, Math.max(a, b))
}

function isSameUnit(predicted: Predicted, gold: Gold): boolean {
  if (gold.unit === '-') return predicted.unit === ''
  return [unitName(gold.unit), unitName(gold.normalized_unit)].includes(unitName(predicted.unit))
}

const isAnyUnit = (): boolean => true

/** THE TABLE of what is scored. */
export const MEASURES = {
  values: { agrees: () => true, takes: isAnyUnit, wanted: 94 },
  'value+change': {
    agrees: (predicted, gold) => predicted.change === gold.change,
    takes: isAnyUnit,
    wanted: 90.5,
  },
  'value+unit': { agrees: isSameUnit, takes: isAnyUnit },
  'value+unit-business': { agrees: isSameUnit, takes: isBusinessUnit, wanted: 90 },
} as const satisfies Readonly<Record<string, MeasureDefinition>>

export type Measure = keyof typeof MEASURES
export const isMeasure = (name: string): name is Measure => Object.hasOwn(MEASURES, name)

/** What the engine reads in a sentence; a figure in brackets counts by itself, as the benchmark counts it. */
export const predict = (text: string): Predicted[] =>
  joinMovements(text, findQuantities(text)).flatMap(({ value, high, unit, change, alternative }) => {
    const main = { value, ...(high === undefined ? {} : { high }), unit, change }
    if (!alternative) return [main]
    const { value: v, high: h, unit: u } = alternative
    return [main, { value: v, ...(h === undefined ? {} : { high: h }), unit: u, change }]
  })

/** What one sentence was read as, by one measure. */
export interface Matched {
  readonly hits: number
  /** Read, but not there. */
  readonly wrong: readonly Predicted[]
  /** There, but not read. */
  readonly missed: readonly Gold[]
}

/** Pairs what was read with what is there: values within 1e-5, ranges with ranges, each used once. Where a measure takes some units only, the unit that is there decides; a figure that is nowhere there goes by its own. */
export function match(predicted: readonly Predicted[], gold: readonly Gold[], measure: Measure): Matched {
  const { agrees, takes }: MeasureDefinition = MEASURES[measure]
  const open = [...gold]
  const isTaken = ({ normalized_unit }: Gold): boolean => takes(normalized_unit)
  let hits = 0
  const unmatched = predicted.filter((one) => {
    const fits = open.findIndex((candidate) => isSameValue(one, candidate) && agrees(one, candidate))
    if (fits < 0) return true
    if (open.splice(fits, 1).some(isTaken)) hits++
    return false
  })
  const misread = [...open]
  const wrong = unmatched.filter((one) => {
    const fits = misread.findIndex((candidate) => isSameValue(one, candidate))
    return fits < 0 ? takes(one.unit) : misread.splice(fits, 1).some(isTaken)
  })
  return { hits, wrong, missed: open.filter(isTaken) }
}

/** Precision, recall and F1 as shares, with the counts they come from. */
export interface Score {
  readonly hits: number
  readonly predicted: number
  readonly gold: number
  readonly precision: number
  readonly recall: number
  readonly f1: number
}

const ratio = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole)

/** The score of several sentences together. */
export function scoreOf(matched: readonly Matched[]): Score {
  let [hits, predicted, gold] = [0, 0, 0]
  for (const one of matched) {
    hits += one.hits
    predicted += one.hits + one.wrong.length
    gold += one.hits + one.missed.length
  }
  const f1 = ratio(2 * hits, predicted + gold)
  return { hits, predicted, gold, precision: ratio(hits, predicted), recall: ratio(hits, gold), f1 }
}
