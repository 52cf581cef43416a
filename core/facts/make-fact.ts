import { type Evidence, quoteOf, type Span } from '../article/span.ts'
import type { Quantity } from '../quantities/quantity.ts'
import { hash32 } from '../random.ts'
import type { Fact, Figure } from './fact.ts'

/** Money in cents and other hundredths is told in the major unit; fractions as percent. */
const MAJOR: Readonly<Record<string, { readonly unit: string; readonly factor: number }>> = {
  fraction: { unit: '%', factor: 100 },
  'USD cent': { unit: 'USD', factor: 0.01 },
  'EUR cent': { unit: 'EUR', factor: 0.01 },
  'GBP penny': { unit: 'GBP', factor: 0.01 },
  'GBP pence': { unit: 'GBP', factor: 0.01 },
}

const rounded = (value: number): number => Number(value.toPrecision(12))

/** A quantity as a fact holds it: plain number in the major unit, and that unit. */
export function figureOf({ value, high, unit, per }: Quantity): { figure: Figure; unit: string } {
  const cents = / (?:cent|penny|pence)$/.test(unit) && !MAJOR[unit]
  const major = MAJOR[unit] ?? (cents ? { unit: unit.slice(0, 3), factor: 0.01 } : { unit, factor: 1 })
  const scaled = rounded(value * major.factor)
  const figure: Figure = high === undefined ? scaled : [scaled, rounded(high * major.factor)]
  return { figure, unit: per === undefined ? major.unit : `${major.unit}/${per}` }
}

/** Evidence for spans of a text, each once, in order. Most facts have but one. */
export function evidenceOf(text: string, spans: readonly Span[]): Evidence[] {
  const [only, ...others] = spans
  if (only && others.length === 0) return [quoteOf(text, only)]
  return [...new Map(spans.map((span) => [`${span.start}-${span.end}`, span])).values()]
    .sort((a, b) => a.start - b.start)
    .map((span) => quoteOf(text, span))
}

/** A fact with an id made from what it says; the id of the same statement is the same wherever it stands. */
export function factOf(parts: Omit<Fact, 'id'>): Fact {
  const { evidence: _, ...said } = parts
  const id = hash32(JSON.stringify(said)).toString(36).padStart(7, '0')
  return { id: `f${id}`, ...parts }
}
