/** The shapes of classes that leave the server. Times are ISO strings by the database's clock. */

/** A class in a list. */
export interface ClassView {
  readonly id: string
  readonly name: string
  /** What the viewer is in it. */
  readonly role: ClassRole
  readonly isArchived: boolean
  readonly learners: number
  /** Names of those who teach it. */
  readonly teachers: readonly string[]
}

export type ClassRole = 'learner' | 'teacher'

/** Somebody in a class, as its teachers see them. */
export interface MemberView {
  readonly id: string
  readonly name: string
  /** Their address, or the name they sign in with where a teacher made the account. */
  readonly signsInAs: string
  /** Whether its teachers hand out the password. */
  readonly hasSlip: boolean
  /** When the account is going to be erased; null where nobody has asked for it. */
  readonly eraseAt: string | null
  readonly enrolledAt: string
  /** When a session of theirs was last seen; null for never. */
  readonly seenAt: string | null
}

/** A class as its teachers see it. */
export interface TaughtClassView {
  readonly id: string
  readonly name: string
  readonly isArchived: boolean
  /** Whether learners who wish it see how the class did. */
  readonly isCompared: boolean
  /** Null while nobody can join. */
  readonly joining: JoiningView | null
  readonly teachers: readonly MemberView[]
  readonly learners: readonly MemberView[]
  /** Learners who have left or were removed, the last first. */
  readonly gone: readonly MemberView[]
}

/** How people join a class. */
export interface JoiningView {
  /** In two groups of four, as it is shown. */
  readonly code: string
  readonly link: string
  /** The link as a picture: one text a row, '1' for each dark square. */
  readonly picture: readonly string[]
}

/** What a teacher hands to a learner without an address; shown once. */
export interface SlipView {
  readonly name: string
  readonly signInName: string
  readonly password: string
}

/** What would become of one line of a roster. */
export interface RosterLine {
  /** Counts from 1, as in the file. */
  readonly line: number
  readonly name: string
  readonly mail: string | null
  readonly becomes: 'slip' | 'enrolled' | 'here-already' | 'problem'
  /** Why nothing can be done with it; null otherwise. */
  readonly problem: string | null
}
