import type { Kind, Level } from '#core'
import type { ArticleCard, StartView } from '../attempts/view.ts'

/** The shapes in which the library leaves the server: what its pages draw. Nothing here carries a key. */

/** How long articles are to read: up to 450 words, up to 600, or more. */
export const LENGTHS = ['short', 'medium', 'long'] as const
export type Length = (typeof LENGTHS)[number]

/** How the library may be sorted; where something is searched for, the best match comes first unless asked otherwise. */
export const SORTS = ['newest', 'oldest', 'shortest', 'easiest'] as const
export type Sort = (typeof SORTS)[number]

/** What the library is asked for. A part that cannot be read is left out, as nobody types it by hand. */
export interface LibraryQuery {
  readonly q?: string | undefined
  readonly sector?: string | undefined
  readonly company?: string | undefined
  readonly concept?: string | undefined
  readonly level?: Level | undefined
  readonly length?: Length | undefined
  readonly sort?: Sort | undefined
  /** Counts from 1. */
  readonly page?: number | undefined
}

/** What was searched for, within a text: `marked` stretches are it. */
export interface Snippet {
  readonly text: string
  readonly marked: boolean
}

/** An article found, with what fits where something was searched for. */
export interface FoundArticle extends ArticleCard {
  readonly snippet?: readonly Snippet[]
}

export interface LibraryPage {
  readonly articles: readonly FoundArticle[]
  /** How many can be paged through. */
  readonly total: number
  /** Whether a search found more than these. */
  readonly isMore: boolean
  readonly page: number
  readonly pages: number
}

/** A subject of the library and how many articles it has. */
export interface Topic {
  readonly name: string
  readonly articles: number
}

/** An article as a link. */
export interface ArticleLink {
  readonly slug: string
  readonly title: string
}

/** What stands beside an article. */
export interface Beside {
  /** Those that share most of its companies and concepts, or else its sector. */
  readonly related: readonly ArticleCard[]
  /** The one before it in time, and the one after. */
  readonly older: ArticleLink | null
  readonly newer: ArticleLink | null
}

/** A business term as the glossary explains it. */
export interface Term {
  /** The name of its file: 'free-cash-flow'. */
  readonly slug: string
  readonly term: string
  /** Other words for it, as texts print them. */
  readonly also: readonly string[]
  readonly meaning: string
  readonly example: string
}

/** A term where a text uses it. Offsets count in that text. */
export interface TermUse {
  readonly slug: string
  readonly start: number
  readonly end: number
}

/** One figure of a measure. */
export interface TimelinePoint {
  /** 'the quarter to January 2025' */
  readonly period: string
  /** In the measure's unit. */
  readonly value: number
  /** What it was before it changed, where the article says so: of a time that is not named. */
  readonly before?: number
  /** As the article tells it: 'up 78% to US$39.3bn'. */
  readonly said: string
  readonly slug: string
  readonly title: string
}

/** A measure of a company with its figures, the earliest first. */
export interface Timeline {
  readonly measure: string
  readonly unit: string
  readonly points: readonly TimelinePoint[]
}

/** What stands before the quiz of a day. */
export interface DayView {
  /** The UTC day, `YYYY-MM-DD`. */
  readonly day: string
  readonly isToday: boolean
  /** The quiz set's id, to be sent to POST /api/attempts. */
  readonly set: string
  readonly count: number
  readonly minutes: number
  readonly kinds: readonly Kind[]
  /** The viewer's own attempt of it that has not been handed in. */
  readonly open: StartView['open']
}
