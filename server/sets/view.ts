import type { Shown } from '#core'
import type { QuestionRow } from '../bank/view.ts'

/** The shapes of teachers' sets that leave the server. Times are ISO strings by the database's clock. */

/** A set in a list. */
export interface SetView {
  readonly id: string
  readonly title: string
  readonly questions: number
  readonly articles: number
  /** How many of its questions have been withdrawn since they were put in. */
  readonly withdrawn: number
  readonly isShared: boolean
  readonly isArchived: boolean
  readonly changedAt: string
}

/** A question in a set. */
export interface SetItemView extends QuestionRow {
  /** Why it is not asked any more; null while it stands. */
  readonly withdrawn: string | null
  /** Whether a newer version of it stands. */
  readonly hasNewer: boolean
}

/** A set as its owner sees it. */
export interface OwnSetView {
  readonly id: string
  readonly title: string
  /** The quiz set that it is now: what an attempt or an assignment is of, and what a change says it has seen. */
  readonly set: string
  readonly isArchived: boolean
  /** Where colleagues look at it; null while it is not shared. */
  readonly link: string | null
  readonly items: readonly SetItemView[]
}

/** A set that a colleague shares. */
export interface SharedSetView {
  readonly title: string
  /** Who shares it. */
  readonly by: string
  /** Its id, where it is the viewer's own. */
  readonly own: string | null
  readonly items: readonly SetItemView[]
}

/** By which questions are drawn from the bank. */
export interface RuleView {
  readonly count: number
  /** Slugs; none for all articles. */
  readonly articles: readonly string[]
  readonly concept?: string | undefined
  readonly sector?: string | undefined
  /** Of how many kinds at least. */
  readonly kinds: number
  /** A class of the viewer's: nothing that any of its learners has been asked. */
  readonly unseenBy?: string | undefined
  /** Whether it goes from easy to hard. */
  readonly isRising: boolean
  /** Decides which questions; nobody's secret. */
  readonly seed: string
}

/** A set as a learner sees it: no key, no reason, no passage. */
export interface SetPreviewView {
  readonly title: string
  readonly shown: readonly Shown[]
}

/** A change that was made: what the set is now. */
export interface ChangedView {
  readonly set: string
}

/** A set that was made, by its own id. */
export interface MadeView {
  readonly set: string
}

/** A question that a follow-up may ask again. */
export interface FollowUpLine {
  /** Of its version in the assignment. */
  readonly question: string
  /** Its place in the set, from 1. */
  readonly number: number
  readonly stem: string
  /** How many of those who were asked did not have it wholly right. */
  readonly missed: number
  readonly of: number
  /** Whether there is another question about the same facts. */
  readonly isOther: boolean
  readonly isSuggested: boolean
}
