import { REMEDIES, type Shown } from '#core'
import type { VersionView } from '../bank/view.ts'
import type { CheckedView } from '../desks/view.ts'

/** The shapes of flags that leave the server. Times are ISO strings by the database's clock. */

/** What can be decided about a question that was flagged. */
export const CHOICES = ['dismiss', ...REMEDIES, 'take-back'] as const
export type Choice = (typeof CHOICES)[number]

/** What was decided, as it is told. */
export const DECIDED = ['dismissed', ...REMEDIES, 'taken-back', 'undone'] as const
export type Decided = (typeof DECIDED)[number]

/** A flag of one's own, and what became of it. */
export interface OwnFlagView {
  readonly id: string
  readonly stem: string
  readonly reason: string
  readonly at: string
  /** Null as long as nobody has decided, or nothing may be told. */
  readonly outcome: {
    readonly decided: Decided
    /** Null as long as the question has not been answered: it may say what is right. */
    readonly word: string | null
    readonly at: string
  } | null
}

/** A question that was flagged, in a list. */
export interface FlaggedLine {
  /** The version. */
  readonly question: string
  readonly stem: string
  /** Of its article. */
  readonly title: string
  /** How many people have flagged it, of those whose flags the viewer sees. */
  readonly people: number
  readonly lastAt: string
  /** What they say is wrong, each once, the most frequent first. */
  readonly reasons: readonly string[]
  /** Whether some of it waits for an answer. */
  readonly isOpen: boolean
  /** Whether the viewer decides about it everywhere. */
  readonly isOwners: boolean
}

/** What somebody says is wrong with a question. */
export interface FlagLine {
  readonly id: string
  readonly reason: string
  readonly at: string
  readonly isOpen: boolean
  /** Where it was raised; `null` where the viewer has nothing to do with that. */
  readonly where: { readonly title: string; readonly class: string } | null
  /** Who, where it was raised in a class of the viewer's; null of anybody else. */
  readonly who: string | null
}

/** One answer that was given to the question, and how often. */
export interface DrawnLine {
  readonly given: string
  readonly isRight: boolean
  readonly people: number
  /** How many of them have flagged it. */
  readonly flagged: number
}

/** Something that was decided about the question. */
export interface DecisionLine {
  readonly id: string
  readonly decided: Decided
  readonly word: string
  /** The key it brought, in words; null where it brought none. */
  readonly key: string | null
  readonly at: string
  /** Null of somebody who has been erased. */
  readonly by: string | null
  readonly isOwners: boolean
  /** How many scores it has changed so far. */
  readonly changed: number
  /** Whether all that follows from it is done. */
  readonly isSettled: boolean
  /** Whether the viewer may undo it. */
  readonly mayUndo: boolean
}

/** What a decision would do. */
export interface DecisionRehearsal {
  /** People who flagged it and would be told. */
  readonly told: number
  /** Assignments in which it is asked. */
  readonly assignments: number
  /** Scores in assignments that would rise, fall, or be there no more or for the first time. */
  readonly up: number
  readonly down: number
  /** People whose own quizzes would come to something else. */
  readonly own: number
  /** Of the viewer's own assignments, those in which scores would change. */
  readonly lines: readonly {
    readonly assignment: string
    readonly title: string
    readonly class: string
    readonly changed: number
  }[]
}

/** What is asked for: everything of the form, as far as it could be read. */
export interface AskedDecision {
  readonly choice: Choice | null
  readonly key: unknown
  readonly word: string
}

/** A question that was flagged, for who decides about it. */
export interface FlagPageView {
  readonly question: string
  readonly title: string
  readonly slug: string
  /** Whether a decision holds everywhere; else in the viewer's own assignments. */
  readonly isOwners: boolean
  /** As the last who flagged it saw it. */
  readonly shown: Shown
  /** As it is shown to who gives another key. */
  readonly plain: Shown
  readonly checked: CheckedView
  readonly told: Pick<
    VersionView,
    'stem' | 'key' | 'accepts' | 'parts' | 'correction' | 'explanation' | 'hint' | 'passages'
  >
  /** Its right answer as it stands, in words. */
  readonly key: string
  /** Why it is not asked any more; null while it is. */
  readonly withdrawn: string | null
  readonly drawn: readonly DrawnLine[]
  readonly flags: readonly FlagLine[]
  readonly decisions: readonly DecisionLine[]
  /** What has been done about it so far, to be sent with a decision: where there is more by then, it is refused. */
  readonly seen: number
  /** The newest of its flags: what comes later is not answered by a decision on this page. */
  readonly until: string
  readonly asked: AskedDecision
  /** The decision that is to be undone. */
  readonly undo: DecisionLine | null
}
