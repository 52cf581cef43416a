import type { LateAnswerView } from '../attempts/view.ts'

/** The shapes of assignments that leave the server. Times are ISO strings by the database's clock; null for none. */

/** When what came of an attempt is told. */
export const FEEDBACKS = ['at-once', 'after-attempt', 'after-closing', 'never'] as const
export type FeedbackPolicy = (typeof FEEDBACKS)[number]

/** Which of somebody's attempts counts. */
export const COUNTS = ['best', 'latest', 'average'] as const
export type Counts = (typeof COUNTS)[number]

/** What a teacher lays down for an assignment. */
export interface AssignmentRules {
  readonly title: string
  readonly opensAt: string | null
  /** Handed in later, it is late. */
  readonly dueAt: string | null
  /** Nothing is begun afterwards. */
  readonly closesAt: string | null
  /** For so long after its end an attempt under way is still taken, as late. */
  readonly graceMinutes: number
  /** What a late attempt loses for each day begun, in per cent of its score. */
  readonly latePercent: number
  readonly limitMinutes: number | null
  /** Null for as many as one likes. */
  readonly attempts: number | null
  readonly counts: Counts
  readonly feedback: FeedbackPolicy
  /** Tries a question has, where it is told at once. */
  readonly tries: number
  /** So many questions for each person, drawn from the set; null for all of them. */
  readonly draw: number | null
  readonly hasShuffledQuestions: boolean
  readonly hasShuffledOptions: boolean
  /** Whether the article may be opened while a test is taken. */
  readonly hasSource: boolean
  /** What is to be typed to begin; null for nothing. */
  readonly word: string | null
  /** How much it counts in the total of its class, beside the others. */
  readonly weight: number
}

/** An assignment in a list of its class. */
export interface AssignmentLine extends Pick<AssignmentRules, 'title' | 'opensAt' | 'dueAt' | 'closesAt'> {
  readonly id: string
  /** People it is for, and how many of them have handed something in. */
  readonly people: number
  readonly handedIn: number
  readonly underWay: number
}

/** What is otherwise for one person; null and 0: as for everybody. */
export interface OverrideView extends Pick<AssignmentRules, 'opensAt' | 'dueAt' | 'closesAt'> {
  /** The time limit times this, 1 to 5. */
  readonly timeFactor: number
  readonly extraMinutes: number
  readonly moreAttempts: number
}

/** How one person stands in an assignment, as its teachers see it. */
export interface StandingView {
  readonly person: string
  /** Null of somebody who has been erased. */
  readonly name: string | null
  /** Whether it is still theirs to take: false of who has left the class or is not chosen any more. */
  readonly isTheirs: boolean
  readonly state: 'not-begun' | 'under-way' | 'handed-in'
  /** Of the attempt under way, else of the last one. */
  readonly answered: number
  readonly count: number
  /** The question of the attempt under way that was answered last, by its place from 1, and when; null before the first. */
  readonly lastAnswered: { readonly position: number; readonly at: string } | null
  readonly startedAt: string | null
  /** When the attempt under way is over, grace left out. */
  readonly endsAt: string | null
  readonly handedInAt: string | null
  /** Days begun by which the last one was late. */
  readonly lateDays: number
  readonly attempts: number
  /** What counts of their attempts, 0 to 1; null before anything is handed in. */
  readonly score: number | null
  /** What came of theirs when the time was over: it is kept, and does not count. */
  readonly late: readonly LateAnswerView[]
  readonly override: OverrideView | null
}

/** How everybody stands at a moment of the database's clock. */
export interface StandingsView {
  readonly at: string
  readonly people: readonly StandingView[]
}

/** An assignment as the teachers of its class see it. */
export interface TaughtAssignmentView extends StandingsView {
  readonly id: string
  /** To be sent with every change: of two who change it at once the second is told. */
  readonly version: number
  readonly class: { readonly id: string; readonly name: string }
  /** Questions in its set. */
  readonly count: number
  /** The article its set was made from; null for a set over several. */
  readonly slug: string | null
  readonly rules: AssignmentRules
  /** Whom it is for; null for everybody in the class. */
  readonly chosen: readonly string[] | null
}

/** Somebody's own attempt of an assignment. */
export interface OwnAttemptView {
  readonly attempt: string
  readonly startedAt: string
  /** Null as long as it is under way. */
  readonly submittedAt: string | null
  readonly lateDays: number
  readonly isTold: boolean
  /** 0 to 1; null as long as it may not be told. */
  readonly score: number | null
}

/** An assignment in the list of who is to take it. */
export interface OwnLine extends Pick<AssignmentRules, 'title' | 'opensAt' | 'dueAt' | 'closesAt'> {
  readonly id: string
  /** The name of the class. */
  readonly class: string
  readonly state: 'not-open-yet' | 'open' | 'under-way' | 'handed-in' | 'closed'
  /** 0 to 1; null where there is none, or it may not be told. */
  readonly score: number | null
}

/** What stands before an assignment: its terms for the one who reads. */
export interface OwnAssignmentView extends OwnLine {
  /** Questions each person gets. */
  readonly count: number
  /** About how long it takes. */
  readonly minutes: number
  readonly limitMinutes: number | null
  readonly graceMinutes: number
  readonly latePercent: number
  readonly feedback: FeedbackPolicy
  /** When everybody is done, where it is told only then. */
  readonly toldFrom: string | null
  readonly counts: Counts
  readonly tries: number
  readonly hasWord: boolean
  /** Whether its closing time has passed: nothing is begun any more. */
  readonly isClosed: boolean
  /** How many may still be begun; null for as many as one likes. */
  readonly left: number | null
  /** What their teacher says about it, once it may be told. */
  readonly comment: string | null
  /** The last first. */
  readonly attempts: readonly OwnAttemptView[]
}

/** What somebody has for an assignment. */
export interface GradeCell {
  /** From the attempts, 0 to 1; null where none was handed in. */
  readonly score: number | null
  /** A teacher's own word in place of it, and why. */
  readonly own: number | null
  readonly reason: string | null
  /** It counts in no total. */
  readonly isExcused: boolean
  /** Nothing was begun until it was over for them, and that counts as nought. */
  readonly isMissing: boolean
  readonly comment: string | null
}

/** A part of what a class is graded by. */
export interface CategoryView {
  readonly id: string
  readonly name: string
  readonly weight: number
}

/** What counts in a class, and what its learners see by now, as its teachers lay it down. */
export interface CountingView {
  readonly class: { readonly id: string; readonly name: string }
  /** To be sent with a change: of two who change it at once the second is told. */
  readonly seen: string
  readonly categories: readonly CategoryView[]
  /** From the oldest on. */
  readonly assignments: readonly CountedAssignment[]
}

/** An assignment as it counts in its class. */
export interface CountedAssignment
  extends Pick<AssignmentRules, 'title' | 'weight' | 'closesAt' | 'feedback'> {
  readonly id: string
  /** The id of its category; null for none. */
  readonly category: string | null
  /** Whether what was not begun counts as nought once it has closed for the person. */
  readonly countsMissing: boolean
  readonly areScoresReleased: boolean
  readonly areAnswersReleased: boolean
  /** Whether somebody has handed in what they do not see the score of. */
  readonly isWaiting: boolean
}

/** What somebody has for an assignment: null for nothing, and where nothing is laid down beside it the score alone, for there are thousands on a page. */
export type CellView = GradeCell | number | null

/** A page of the grades of a class. */
export interface GradebookView {
  readonly class: { readonly id: string; readonly name: string }
  /** Its assignments, from the oldest on. */
  readonly columns: readonly {
    readonly id: string
    readonly title: string
    readonly weight: number
    /** The id of its category; null for none. */
    readonly category: string | null
  }[]
  /** Where there are any, what has none counts in no total. */
  readonly categories: readonly CategoryView[]
  readonly rows: readonly {
    readonly person: string
    /** Null of somebody who has been erased. */
    readonly name: string | null
    readonly hasLeft: boolean
    /** By the weights, 0 to 1; null where nothing counts yet. */
    readonly total: number | null
    /** One a column. */
    readonly cells: readonly CellView[]
  }[]
  /** 'name', 'total' or the id of an assignment. */
  readonly sort: string
  readonly isDown: boolean
  readonly find: string
  /** Whether those who have left the class are there too. */
  readonly isWithGone: boolean
  readonly page: number
  readonly pages: number
  /** People found. */
  readonly found: number
}
