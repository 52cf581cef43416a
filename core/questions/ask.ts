import type { Evidence } from '../article/span.ts'
import type { Fact } from '../facts/fact.ts'
import type { Option } from './question.ts'

/** A figure that can be an answer. */
export interface FigureKey {
  readonly type: 'figure'
  /** In the major unit, scale applied (61500000000 for Rmb61.5bn). */
  readonly value: number
  readonly high?: number
  /** ISO currency code, '%', 'pp', 'bp', 'x', or a counted noun in the singular. */
  readonly unit: string
  /** As an option shows it, in the article's own style: 'Rmb61.5bn', '8%', '348 aircraft'. */
  readonly text: string
  /** The multiplier the text uses (1e9 for 'bn'), so that number entry can ask in it. */
  readonly scale: number
  /** Digits after the point, in that scale. */
  readonly decimals: number
  /** The unit as said before a number is typed in: 'billion yuan (Rmb bn)', '%', 'aircraft'. */
  readonly entryUnit: string
}

/** A name, title, date or short phrase that can be an answer. */
export interface PhraseKey {
  readonly type: 'phrase'
  readonly sort:
    | 'organisation'
    | 'person'
    | 'place'
    | 'title'
    | 'date'
    | 'year'
    | 'phrase'
    | 'thing'
    | 'deed'
    | 'reason'
  readonly text: string
  /** Other spellings of the same thing. */
  readonly accepts: readonly string[]
}

export type Key = FigureKey | PhraseKey

/** Something of the key's type that is wrong here, and why, in a sentence for the reader who picked it. */
export interface Rival {
  readonly key: Key
  /** 'That is how much international ecommerce sales rose.' */
  readonly why: string
  /** Where it comes from, best first: another true figure of the article, worked out from the article, or outside it. */
  readonly source: 'article' | 'computed' | 'outside'
}

/** What a sentence template holds where the key goes. */
export const SLOT = '{}'

/** What every ask has. */
interface AskBase {
  readonly fact: Fact
  /** Which part of the fact is asked: 'value', 'by', 'to', 'from', 'person', 'title', 'organisation', 'subject', 'date', ... */
  readonly slot: string
  /** The same for asks whose answers would give each other away; at most one of a group stands in a set. */
  readonly group: string
  /** Why the key is right; shows the working of a derived figure. */
  readonly explanation: string
  readonly evidence: readonly Evidence[]
  readonly needsArticle: boolean
  readonly hint?: string
  /** 0 to 1: how much it is worth knowing (headline, lead, size). */
  readonly worth: number
}

/** One thing that can be asked about a fact, before a kind is chosen. Kinds turn asks into drafts. */
export interface Ask extends AskBase {
  /** A whole question, ending in '?', at most 30 words; it names subject, measure, period and, where needed, unit. Absent where no question reads well. */
  readonly stem?: string
  readonly key: Key
  readonly rivals: readonly Rival[]
  /** Between which values (neither included) a made-up figure is possible, where the stem shows that: what fell to 5 fell from more. */
  readonly bounds?: { readonly above?: number; readonly below?: number }
  /** A true declarative sentence with SLOT where the key stands, that can stand alone; absent where none reads well. Serves true-false. */
  readonly statement?: string
  /** A sentence with SLOT where the key stands, close to the article's own words, that stands alone; absent where none does. Serves cloze. */
  readonly sentence?: string
}

/** Several things of one sort that are asked about together. */
export type Series =
  | {
      readonly type: 'several'
      /** Four to six, two or more of them right. */
      readonly members: readonly Option[]
    }
  | {
      readonly type: 'order'
      /** Three or more, in the right order. */
      readonly members: readonly { readonly text: string; readonly why: string }[]
    }
  | {
      readonly type: 'pairs'
      /** Three or more, one to one. */
      readonly members: readonly { readonly left: string; readonly right: string; readonly why: string }[]
    }

/** What can be asked of several facts at once: which of them are so, in which order they stand, what goes with what. */
export interface SeriesAsk extends AskBase {
  /** Facts asked about besides `fact`. */
  readonly also: readonly Fact[]
  /** A question that says how many are right, or an instruction that says by what to order or match. */
  readonly stem: string
  readonly series: Series
}

export type AnyAsk = Ask | SeriesAsk

export const isSeries = (ask: AnyAsk): ask is SeriesAsk => 'series' in ask
