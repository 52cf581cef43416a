import type { Span } from '../article/span.ts'

export type PeriodSort =
  | 'day'
  | 'week'
  | 'month'
  | 'quarter'
  | 'half'
  | 'year'
  | 'fiscal-year'
  | 'decade'
  | 'span'
  | 'since'
  | 'instant'

/** A time named in the text. The span covers the words without their preposition ('the final quarter of 2024', 'the previous year', '16 March 2025'). */
export interface Period extends Span {
  readonly sort: PeriodSort
  /** First day, `YYYY-MM-DD`, where the text or the article's date settles it. */
  readonly from?: string
  /** Last day, inclusive. */
  readonly to?: string
  /** The absolute period, ready to stand in a stem behind its preposition: 'in the final quarter of 2024', 'on 16 March 2025', 'at the end of 2022', 'in the five months to 24 December 2004'. Absent where it cannot be resolved. */
  readonly phrase?: string
  /** Whether the words alone settle it ('in 2024'), or only the article's date does ('last year'). */
  readonly isAbsolute: boolean
  /** Whether the words can stand in a stem asked right after the article though they are not absolute ('the fourth quarter'; not 'this week', 'today'). */
  readonly canStand: boolean
  /** How a period that refers to another is tied to it: 'the previous year', 'a year earlier'. */
  readonly relation?: 'year-before' | 'period-before' | 'year-after'
}
