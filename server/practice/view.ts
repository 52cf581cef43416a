import type { Length } from '#core'

/** The shapes of adaptive practice that leave the server. */

/** Why a question was chosen. It follows from answers that were final before; dates are ISO strings. */
export type WhyView =
  /** A fact kept in mind that falls due today. */
  | { readonly sort: 'due' }
  /** A fact that was right when it was last asked, a good while ago. */
  | { readonly sort: 'long-ago'; readonly at: string }
  /** A fact that was not right when it was last asked. */
  | { readonly sort: 'missed'; readonly at: string }
  /** A fact not asked before, of a concept of which too little is known. */
  | { readonly sort: 'weak-subject'; readonly subject: string }
  | { readonly sort: 'new' }

/** What a practice is drawn with: its length, and at most one of a sector and a concept. */
export interface PracticeBody {
  readonly minutes: Length
  readonly sector?: string | undefined
  readonly concept?: string | undefined
}

/** What stands before a practice: what there is to mix, each so far as it was looked for. */
export interface PracticeStartView {
  readonly title: string
  readonly due: number
  readonly weak: number
  readonly new: number
  /** No reason was counted beyond this. */
  readonly most: number
  /** The viewer's own practice that was not ended, the newest. */
  readonly open: { readonly attempt: string; readonly title: string; readonly answered: number } | null
}
