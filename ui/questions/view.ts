import type { AnswerByKind, Kind, ShownOf } from '#core/learner'
import type { Told } from './verdict.ts'

/** What the drawing of a question of one kind is given. */
export interface ViewProps<K extends Kind> {
  readonly shown: ShownOf<K>
  readonly answer: AnswerByKind[K] | null
  /** The answer is final, or on its way to be: nothing can be changed. */
  readonly isLocked: boolean
  readonly feedback: Told | undefined
  /** A changed answer; `problem` says why what was typed is no answer (which is not the same as wrong). */
  readonly onAnswer: (answer: AnswerByKind[K] | null, problem?: string) => void
  /** The id of the stem, which takes the focus when the question appears. */
  readonly stemId: string
  /** Says why there is no answer yet, once the reader has tried to check. */
  readonly problem: string | null
}
