import type { Kind, Level } from '#core'
import type { PassageView } from '../attempts/view.ts'
import type { RegradedView } from '../regrades/view.ts'

/** The shapes of the bank that leave the server, for teachers alone: they carry keys. Times are ISO strings. */

/** How hard questions have proved: by the share of right answers, and unknown of those with too few. */
export const MEASURED = ['easy', 'medium', 'hard', 'unknown'] as const
export type Measured = (typeof MEASURED)[number]

/** Where questions have been asked: in a set of one's own, in anybody's quiz, or in neither. */
export const USES = ['mine', 'asked', 'never'] as const
export type Use = (typeof USES)[number]

/** What the bank is asked for. A part that cannot be read is left out. */
export interface BankQuery {
  /** Words of the stem. */
  readonly q?: string | undefined
  /** The slug of an article. */
  readonly article?: string | undefined
  /** Words of the article's title. */
  readonly title?: string | undefined
  readonly concept?: string | undefined
  readonly kind?: Kind | undefined
  /** As the engine has estimated it. */
  readonly level?: Level | undefined
  readonly measured?: Measured | undefined
  readonly used?: Use | undefined
  /** A word of the viewer's own. */
  readonly tag?: string | undefined
  /** The version after which the page begins. */
  readonly after?: string | undefined
}

/** A question in a list. */
export interface QuestionRow {
  readonly question: string
  readonly version: string
  readonly kind: Kind
  readonly stem: string
  /** As the engine has estimated it; null where no estimate is at hand. */
  readonly level: Level | null
  /** Whether it makes sense only right after its article. */
  readonly needsArticle: boolean
  /** Whether a passage of its article settles it. */
  readonly isSourced: boolean
  readonly slug: string
  /** Of its article. */
  readonly title: string
  /** Final answers to this version, and how many of them were wholly right. */
  readonly answered: number
  readonly right: number
}

export interface BankRow extends QuestionRow {
  /** The viewer's own words on it. */
  readonly tags: readonly string[]
}

export interface BankPage {
  readonly rows: readonly BankRow[]
  /** How many there are; counted up to a thousand. */
  readonly total: number
  readonly isMore: boolean
  /** What the next page begins after; null on the last. */
  readonly next: string | null
}

/** An option or part of a question with what the key says of it. */
export interface PartView {
  readonly text: string
  readonly isRight: boolean
  readonly why: string
}

/** One version of a question, the key included. */
export interface VersionView {
  readonly version: string
  readonly number: number
  readonly stem: string
  /** The key in words. */
  readonly key: string
  readonly parts: readonly PartView[]
  /** What else counts as right, in words; '' for nothing. */
  readonly accepts: string
  readonly correction: string
  readonly explanation: string
  readonly hint: string
  /** Empty where it has no source. */
  readonly passages: readonly PassageView[]
  readonly createdAt: string
  /** Null while it stands. */
  readonly withdrawn: { readonly rule: string; readonly reason: string; readonly at: string } | null
  /** What was done about it everywhere after it was answered, and what is right since, in words; null where nothing was. */
  readonly regraded: (RegradedView & { readonly key: string }) | null
  readonly answered: number
  readonly right: number
}

/** What changed from one version to the next. */
export interface DifferenceView {
  readonly part: 'stem' | 'key' | 'options' | 'explanation' | 'passage'
  readonly before: string
  readonly after: string
}

/** A question with all its versions. */
export interface QuestionView extends BankRow {
  /** Why it is as hard as it is estimated to be; '' where no estimate is at hand. */
  readonly because: string
  /** Who made it: 'engine', and later a model, a person, an import. */
  readonly provenance: string
  readonly newest: VersionView
  /** The earlier ones, the last first, each with what the one after it changed. */
  readonly earlier: readonly (VersionView & { readonly changed: readonly DifferenceView[] })[]
}

/** One of the viewer's words, and how many questions have it. */
export interface TagView {
  readonly word: string
  readonly questions: number
}
