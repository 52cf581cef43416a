import type { RemedyName, Shown } from '#core'

/** The shapes of regrades that leave the server. Times are ISO strings by the database's clock; scores are 0 to 1. */

export type { RemedyName }

/** A question of an assignment, as a list names it. */
export interface QuestionLine {
  /** Of its version. */
  readonly id: string
  /** Its place in the set, from 1. */
  readonly number: number
  readonly stem: string
}

/** Something that was done about a question of an assignment, for the teachers of its class. */
export interface RegradeLine {
  readonly id: string
  readonly question: QuestionLine
  readonly remedy: RemedyName
  /** The key it brought, in words; null where it brought none. */
  readonly key: string | null
  readonly reason: string
  readonly at: string
  /** Null of somebody who has been erased. */
  readonly by: string | null
  /** How many people's score it changed. */
  readonly changed: number
  /** Whether it holds in every class: it is not for this one to undo. */
  readonly isEverywhere: boolean
  readonly undone: { readonly at: string; readonly by: string | null } | null
}

/** Somebody whose score would change. */
export interface ChangeLine {
  readonly person: string
  /** Null of somebody who has been erased. */
  readonly name: string | null
  readonly before: number | null
  /** Null where nothing is left that counts. */
  readonly after: number | null
  /** Whether a teacher's own grade, or an excuse, stands in place of it all the same. */
  readonly isOwn: boolean
}

/** What a regrade or its undoing would do. */
export interface RehearsalView {
  /** To be sent with the deed: where somebody has regraded since, it is refused. */
  readonly seen: number
  /** People whose score would change. */
  readonly changed: number
  /** A page of them. */
  readonly lines: readonly ChangeLine[]
  readonly sort: 'change' | 'name'
  readonly page: number
  readonly pages: number
}

/** The question that is to be regraded. */
export interface QuestionToRegrade extends QuestionLine {
  readonly shown: Shown
  /** Its right answer as it stands, in words. */
  readonly key: string
}

/** What is asked for: everything of the form, as far as it could be read. */
export interface Asked {
  readonly remedy: RemedyName | null
  /** In the kind's own shape; null where none was given. */
  readonly key: unknown
  readonly reason: string
}

/** The page on which questions of an assignment are regraded. */
export interface RegradePageView {
  readonly assignment: string
  readonly title: string
  readonly class: { readonly id: string; readonly name: string }
  readonly questions: readonly QuestionLine[]
  readonly question: QuestionToRegrade | null
  /** The regrade that is to be undone. */
  readonly undo: RegradeLine | null
  readonly asked: Asked
  /** Null where nothing is asked for yet; or why it cannot be done. */
  readonly rehearsal: RehearsalView | { readonly problem: string } | null
  /** The newest first. */
  readonly regrades: readonly RegradeLine[]
}

/** What a learner is told of a question that was regraded, beside their answer. */
export interface RegradedView {
  readonly at: string
  readonly remedy: RemedyName
  readonly reason: string
  /** What counts of the answer, 0 to 1; null where it is out of the score. */
  readonly mark: number | null
}
