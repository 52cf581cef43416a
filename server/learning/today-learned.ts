import type { Goal } from '#core'

/** What the day has come to so far, and the days before it: '7 of 10 minutes today, 12 days in a row, 1 rest day'. */
export interface TodayLearned {
  readonly minutes: number
  /** Minutes that make it count; null where one answer does. */
  readonly goal: Goal | null
  readonly isRest: boolean
  readonly current: number
  /** Rest days passed over since the first of them. */
  readonly rests: number
}
