import type { Calibration, DayLearned, Mastery, Tag, Week, wilson } from '#core'
import type { ScoreRow, ScoresView } from '../attempts/view.ts'
import type { TodayLearned } from './today-learned.ts'

export type { TodayLearned }

/** The shapes in which what somebody knows leaves the server: what the page of one's own scores draws. */

/** An attempt in the list of one's quizzes. */
export interface AttemptLine extends ScoreRow {
  /** From its start to its handing-in; absent as long as it is open. */
  readonly seconds?: number
  /** A mark a question, 0 to 1, in their order; null where it may not be told yet. */
  readonly marks: readonly (number | null)[]
}

/** One attempt among those at the same quiz set. */
export interface SetScore {
  readonly attempt: string
  /** When it was handed in. */
  readonly at: string
  readonly score: number
  readonly of: number
}

/** What somebody has made of a quiz set. */
export interface SetLine {
  readonly set: string
  readonly title: string
  readonly attempts: number
  readonly first: SetScore
  readonly latest: SetScore
  readonly best: SetScore
}

/** What is known by one tag: the weakest first, and how many more there are than are told. */
export interface MasteryList {
  readonly names: readonly Mastery[]
  readonly left: number
}

/** How words of confidence have held, each with where its share of right answers may lie. */
export interface CalibrationView {
  readonly words: readonly (Calibration['words'][number] & { readonly range: ReturnType<typeof wilson> })[]
  readonly brier: number | null
}

export interface StreakView {
  readonly today: TodayLearned
  readonly longest: number
  /** From a Monday to today. */
  readonly days: readonly DayLearned[]
  /** Whose days: an IANA time zone. */
  readonly zone: string
}

export interface OwnScoresView {
  readonly totals: ScoresView['totals']
  /** The newest of so many attempts are told and counted; null where that is all of them. */
  readonly newest: number | null
  /** Answers that weeks, mastery and calibration are reckoned from. */
  readonly answers: number
  /** Whose weeks: an IANA time zone. */
  readonly zone: string
  /** Oldest first, idle ones too; half a year at most. */
  readonly weeks: readonly Week[]
  readonly mastery: Readonly<Record<Tag, MasteryList>>
  readonly calibration: CalibrationView
  /** The set taken last first. */
  readonly sets: readonly SetLine[]
  /** One page of the attempts, newest first. */
  readonly lines: readonly AttemptLine[]
  readonly page: number
  readonly pages: number
}
