import type { Evidence } from '../article/span.ts'

/** The families of facts; contracts.md and docs/engine.md say what each holds. */
export const FAMILIES = [
  'level',
  'change',
  'comparison',
  'rank',
  'share',
  'role',
  'relation',
  'event',
  'cause',
  'statement',
  'term',
  'derived',
] as const
export type Family = (typeof FAMILIES)[number]

/** Families told as a clause: who did what, or is what. */
const CLAUSAL: ReadonlySet<Family> = new Set<Family>([
  'event',
  'relation',
  'share',
  'rank',
  'cause',
  'comparison',
])

export const isClausal = ({ family }: Fact): boolean => CLAUSAL.has(family)

/** Whether a fact tells of cause, consequence or meaning, of why rather than of how much. */
export const tellsWhy = ({ family }: Fact): boolean => family === 'cause' || family === 'term'

/** How firmly the article states it. Only `actual` may be asked as plain fact. */
export const STATUSES = [
  'actual',
  'guidance',
  'forecast',
  'estimate',
  'hedged',
  'conditional',
  'planned',
  'proposed',
  'revised',
  'denied',
] as const
export type Status = (typeof STATUSES)[number]

/** A plain number in the major unit, or a range of two. */
export type Figure = number | readonly [low: number, high: number]

/** One typed statement of the article, with the passages that state it. This is what the command line prints and the store keeps. */
export interface Fact {
  /** Unique within its article, and the same for the same text. */
  readonly id: string
  readonly family: Family
  readonly subject: string
  readonly measure?: string
  readonly object?: string
  readonly value?: Figure
  /** Unit of value, from and to. */
  readonly unit?: string
  readonly direction?: 'up' | 'down'
  readonly by?: Figure
  readonly by_unit?: string
  readonly from?: Figure
  readonly to?: Figure
  /** The only place where time stands: an absolute period where known, else the period as printed. */
  readonly period?: string
  readonly status: Status
  readonly exactness?: string
  readonly evidence: readonly Evidence[]
}

/** What a fact states, apart from what it is of: two readings with the same say the same of it. */
export const statedBy = ({ value, unit, direction, by, by_unit, from, to, status }: Fact): string =>
  JSON.stringify([value, unit, direction, by, by_unit, from, to, status])

/** What makes two readings of one article speak of the same fact: article (by whoever stores it), family, subject, measure, object and period; never offsets or engine version. */
export const stableKey = ({ family, subject, measure, object, period }: Fact): string =>
  [family, subject, measure, object, period]
    .map((part) => (part ?? '').normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim())
    .join('|')
