/** A stretch of a text as it was and is: kept, taken out, or put in. */
export interface DiffPart {
  readonly text: string
  readonly sort: 'same' | 'out' | 'in'
}

/** What becomes of a question that stood. */
export interface QuestionEffect {
  /** The version that stood. */
  readonly version: string
  readonly stem: string
  readonly key: string
  readonly fate: 'kept' | 'changed' | 'withdrawn'
  /** What it reads now, where it was changed. */
  readonly now?: { readonly stem: string; readonly key: string }
  /** Why it was taken back, in the checker's words. */
  readonly why?: string
  /** How many have answered it, and in how many assignments it stands. */
  readonly people: number
  readonly assignments: number
}

/** What becomes of a fact that the article stated. */
export interface FactEffect {
  readonly label: string
  readonly was: string
  /** Null where it is stated no longer. */
  readonly is: string | null
  /** How many remember it. */
  readonly people: number
}

/** What a correction changes, and whom it touches. */
export interface Effects {
  /** Those that are changed or taken back; those that are only found at another place are counted. */
  readonly questions: readonly QuestionEffect[]
  readonly kept: number
  readonly made: number
  readonly facts: readonly FactEffect[]
  readonly factsKept: number
  /** People who have answered one of those questions. */
  readonly people: number
  /** Assignments in which one of them stands. */
  readonly assignments: number
}

export type CorrectionOrigin = 'edit' | 'file' | 'import' | 'feed'

/** A correction as whoever decides on it sees it. */
export interface CorrectionView {
  readonly id: string
  readonly slug: string
  readonly title: string
  readonly origin: CorrectionOrigin
  readonly note: string
  readonly state: 'open' | 'published' | 'dropped'
  readonly at: string
  /** Who proposed it; null of a file, and of whoever is gone. */
  readonly by: string | null
  readonly diff: readonly DiffPart[]
  /** Null where it was dropped, or looked at beside a revision that stands no more. */
  readonly effects: Effects | null
  /** The revision beside which it was looked at. */
  readonly base: number
  /** Whether another revision stands by now. */
  readonly isOutdated: boolean
  /** Whether the text that stands came otherwise than by a file, so that two texts are to be chosen between. */
  readonly isConflict: boolean
}

/** One of the corrections of an article, as every reader of it sees it. */
export interface RevisionNote {
  readonly number: number
  readonly at: string
  readonly note: string | null
  readonly diff: readonly DiffPart[]
}

/** A quiz of a class in which something was asked as it stood before a correction. */
export interface TouchedQuiz {
  readonly id: string
  readonly title: string
  readonly classId: string
  readonly class: string
  /** How many of its questions that concerns. */
  readonly questions: number
}

/** A correction that waits for somebody's word. */
export interface OpenCorrection {
  readonly id: string
  readonly title: string
  readonly origin: CorrectionOrigin
  readonly at: string
}

/** What an editor finds in the form. */
export interface Editable {
  readonly slug: string
  readonly base: number
  readonly title: string
  readonly body: string
}
