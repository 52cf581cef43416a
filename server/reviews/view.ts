import type { Goal, Grade } from '#core'

/** The shapes of the daily review that leave the server. Nothing here tells the key of a question that may yet be asked. */

/** How somebody wants to learn. */
export interface LearningView {
  /** An IANA time zone. */
  readonly zone: string
  /** At most so many facts a day. */
  readonly cap: number
  /** 0 to 1. */
  readonly retention: number
  /** When the memory's weights were last fitted to this person, and from how many reviews; null where the usual ones serve. */
  readonly fitted: { readonly at: string; readonly reviews: number } | null
  /** Whether days in a row are counted and shown. */
  readonly hasStreak: boolean
  /** Whether results show how the others did. */
  readonly seesOthers: boolean
  /** Minutes that make a day count; null where one answer does. */
  readonly goal: Goal | null
  /** Days of the week that break nothing, 0 for Sunday. */
  readonly restDays: readonly number[]
}

/** A fact that came back today, and how well. */
export interface ReviewedView {
  readonly attempt: string
  readonly position: number
  /** 'Norvale, cloud revenue' */
  readonly label: string
  readonly grade: Grade
  readonly at: string
  /** When it comes back. */
  readonly due: string
  /** Whether it is the last review of its fact, which can be graded anew or undone. */
  readonly isLast: boolean
}

/** A fact somebody keeps in mind. What it says is not told: it will be asked. */
export interface MemoryView {
  readonly fact: string
  readonly label: string
  /** The title of the article that states it. */
  readonly article: string
  readonly due: string
  readonly reps: number
  readonly isSuspended: boolean
  readonly isBuried: boolean
}

/** What became of a fact somebody remembers when its article was corrected. */
export interface CorrectionView {
  readonly fact: string
  readonly label: string
  /** As it was learned: 'up 12% to $45m, 2024'. */
  readonly was: string
  /** What the article states now, of this or in its place; null where it states nothing of the kind. */
  readonly now: string | null
  /** Whether the fact itself is stated no more, and is not asked again. */
  readonly isRetired: boolean
  readonly article: { readonly slug: string; readonly title: string }
  /** Where the article states what it states now. */
  readonly at: { readonly start: number; readonly end: number } | null
}

/** What stands before the daily review: '12 due, 10 today'. */
export interface ReviewView {
  readonly due: number
  readonly today: number
  readonly minutes: number
  /** Reviewed today, the last first. */
  readonly reviewed: readonly ReviewedView[]
  /** When the next fact falls due, where none is due today; null where there is none at all. */
  readonly next: string | null
  /** How many facts are kept in mind. */
  readonly count: number
  readonly learning: LearningView
}

/** How many facts are newly kept in mind. */
export interface KeepReply {
  readonly kept: number
}
