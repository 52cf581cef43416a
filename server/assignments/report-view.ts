import type { CategoryView, GradeCell } from './view.ts'

/** What somebody has done of an assignment of their class. */
export interface ReportLine extends GradeCell {
  readonly id: string
  readonly title: string
  /** When it is due, else when it closes, as for everybody. */
  readonly endsAt: string | null
  /** The id of its category; null for none. */
  readonly category: string | null
  /** Attempts that were handed in, and the days begun by which the last one was late. */
  readonly attempts: number
  readonly lateDays: number
}

/** How somebody does in a class, on a page that can be printed. */
export interface Report {
  readonly person: string
  /** Null of somebody who has been erased. */
  readonly name: string | null
  readonly hasLeft: boolean
  /** 0 to 1; null where nothing counts yet. */
  readonly total: number | null
  /** What they have in each category, one each in its order; null where there is nothing. */
  readonly means: readonly (number | null)[]
  /** From the oldest on. */
  readonly lines: readonly ReportLine[]
  /** What the questions of these assignments were about, the weakest first: how many were asked, and how many wholly right. */
  readonly concepts: readonly { readonly name: string; readonly asked: number; readonly right: number }[]
}

/** Reports of some people of a class. */
export interface ReportsView {
  readonly class: { readonly id: string; readonly name: string }
  readonly categories: readonly CategoryView[]
  readonly reports: readonly Report[]
  /** When this was so. */
  readonly at: string
  readonly page: number
  readonly pages: number
}
