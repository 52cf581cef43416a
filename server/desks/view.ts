import type { Failure, Family, Kind, Written } from '#core'
import type { BlockView, PassageView } from '../attempts/view.ts'
import type { VersionView } from '../bank/view.ts'

/** The shapes of a desk that leave the server, for the teachers at it alone: they carry keys. Times are ISO strings. */

/** What is thought of a draft. */
export const STATES = ['open', 'approved', 'rejected'] as const
export type State = (typeof STATES)[number]

/** A desk in a list. */
export interface DeskView {
  readonly id: string
  /** Of its article. */
  readonly title: string
  readonly slug: string
  readonly revision: number
  readonly drafts: number
  readonly approved: number
  readonly open: number
  readonly teachers: number
  readonly changedAt: string
}

/** A rule that a draft breaks, in words. */
export interface FailureView extends Failure {
  /** What the rule asks. */
  readonly title: string
  /** Whether nobody can approve it all the same. */
  readonly isFirm: boolean
}

/** A question with its key in words, the sentences that settle it, and what the checker says. */
export interface CheckedView
  extends Pick<VersionView, 'stem' | 'key' | 'parts' | 'accepts' | 'correction' | 'explanation' | 'hint'> {
  readonly kind: Kind
  readonly passages: readonly PassageView[]
  readonly failures: readonly FailureView[]
  /** How many rules concern a question of its kind. */
  readonly rules: number
}

/** A draft as it stands. */
export interface DraftView extends CheckedView {
  readonly id: string
  /** The step that holds; a change says which one it has seen. */
  readonly step: number
  readonly state: State
  /** 'engine' as it was made, 'edited' since, 'written' by hand from the start, or 'imported' with a file. */
  readonly origin: 'engine' | 'edited' | 'written' | 'imported'
  /** What can be written otherwise. */
  readonly written: Written
  /** Who took the last step; null for nobody yet, or somebody whose account is gone. */
  readonly by: string | null
  /** Why it was approved against the checker; null where nobody overruled it. */
  readonly overruling: string | null
  /** Why it is not asked any more; null while it stands. */
  readonly withdrawn: string | null
  /** What readers say is wrong with the question it was, as far as who looks sees their flags. */
  readonly flags: readonly string[]
  readonly mayUndo: boolean
}

/** What stands between two approved drafts: of two that give each other away the second. */
export interface BetweenView {
  readonly draft: string
  readonly says: string
}

/** A desk as the teachers at it see it. */
export interface OpenDeskView {
  readonly id: string
  readonly title: string
  readonly slug: string
  readonly revision: number
  /** Whether the article has been corrected since. */
  readonly isOutdated: boolean
  readonly teachers: readonly string[]
  /** By which a colleague comes to it; null while there is none. */
  readonly link: string | null
  readonly blocks: readonly BlockView[]
  /** The sentences of the text, to be picked as evidence. */
  readonly sentences: readonly { readonly start: number; readonly end: number; readonly text: string }[]
  readonly drafts: readonly DraftView[]
  readonly between: readonly BetweenView[]
}

/** What may change under a teacher's eyes: the drafts, and what stands between them. */
export type DraftsView = Pick<OpenDeskView, 'drafts' | 'between'>

/** What more is asked of the engine. */
export interface MoreView {
  /** Where in the text; anywhere where it is left out. */
  readonly at?: { readonly start: number; readonly end: number } | undefined
  readonly kind?: Kind | undefined
  readonly family?: Family | undefined
}

/** What came of asking for more: the drafts that were laid down, and where there were none, what kept them out. */
export interface AddedView {
  readonly added: readonly string[]
  /** Rules that kept questions on the stretch from being made, in words. */
  readonly because: readonly { readonly title: string; readonly count: number }[]
}
