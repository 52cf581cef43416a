import type { ItemStatistics, Kind, OptionStatistics, Said, SetStatistics, Share } from '#core'

/** What an assignment has shown, as the teachers of its class see it. Shares, scores and marks are 0 to 1; offsets count in the article's text (UTF-16, end exclusive). */

/** The sentence that settles a question, and where it stands. */
export interface SentenceView {
  readonly quote: string
  readonly slug: string
  readonly start: number
  readonly end: number
}

/** An option, and what it drew. */
export interface OptionAnalysis extends Pick<OptionStatistics, 'chosen' | 'upper' | 'lower'> {
  readonly text: string
  readonly isKey: boolean
  /** Why it is right or wrong. */
  readonly why: string
}

/** How one question has done. */
export interface QuestionAnalysis
  extends Pick<
    ItemStatistics,
    | 'people'
    | 'blanks'
    | 'facility'
    | 'right'
    | 'correlation'
    | 'upperLower'
    | 'medianSeconds'
    | 'certainWhenWrong'
    | 'rightWhenGuessed'
  > {
  /** Of its version. */
  readonly id: string
  /** Its place in the set, from 1. */
  readonly number: number
  readonly kind: Kind
  readonly stem: string
  /** The right answer in words. */
  readonly key: string
  /** In the question's own order; empty for kinds without. */
  readonly options: readonly OptionAnalysis[]
  /** Whether so many were asked that what parts good from weak learners can be told from chance. */
  readonly isComparable: boolean
  readonly advice: readonly Said[]
  /** Null where none is kept. */
  readonly sentence: SentenceView | null
}

/** A wrong option that several took for right. */
export interface MisconceptionView {
  readonly question: string
  readonly stem: string
  readonly text: string
  readonly why: string
  readonly chosen: Share
  /** To read again. */
  readonly sentence: SentenceView | null
}

/** A question that a follow-up should ask again, about its facts. */
export interface AgainView {
  readonly question: string
  readonly stem: string
  readonly missed: Share
}

/** How an assignment has done. Of each person the first attempt that was handed in counts, and of each question the first try. */
export interface AnalysisView
  extends Pick<SetStatistics, 'people' | 'answers' | 'mean' | 'median' | 'alpha'> {
  readonly id: string
  readonly title: string
  readonly class: { readonly id: string; readonly name: string }
  /** Whether so many were asked everything that alpha can be told from chance. */
  readonly isComparable: boolean
  /** Those that anybody was asked, in the order of the set. */
  readonly questions: readonly QuestionAnalysis[]
  /** Most people first. */
  readonly misconceptions: readonly MisconceptionView[]
  /** The most missed first. */
  readonly again: readonly AgainView[]
}
