import type { Name } from '../article/name.ts'
import type { Period } from '../periods/period.ts'
import type { Quantity } from '../quantities/quantity.ts'
import type { Fact } from './fact.ts'
import type { Clause } from './sentence/clauses.ts'
import type { Marked, Range } from './sentence/marked.ts'

/** What moves or is measured, as a phrase that stands alone: "Norvale’s cloud revenue". */
export interface Subject {
  readonly text: string
  readonly isPlural: boolean
  /** Whether a name is in it, so that a reader elsewhere knows whose it is. */
  readonly isAnchored: boolean
  /** The company, country or person it belongs to, when known. */
  readonly owner?: string
  /** The subject without its owner: 'cloud revenue'. */
  readonly measure: string
}

/** When it was, ready for a stem. */
export interface When {
  /** With its preposition: 'in the final quarter of 2024'; '' when unknown or unfit to stand. */
  readonly phrase: string
  readonly isAbsolute: boolean
  readonly period?: Period
  /** The sentence that names the time, when it is another one. */
  readonly from?: Marked
}

interface FindingBase {
  readonly fact: Fact
  readonly marked: Marked
  readonly when: When
  /** Whose figures or words these are, when not the subject's own: 'the Trade Office'. */
  readonly source?: string
  /** The clause that states it, where one does. */
  readonly clause?: Clause
}

export interface LevelFinding extends FindingBase {
  readonly family: 'level'
  readonly subject: Subject
  readonly quantity: Quantity
}

export interface ChangeFinding extends FindingBase {
  readonly family: 'change'
  readonly subject: Subject
  /** The verb as a question needs it: 'rise'; and as the article has it: 'rose', 'was up'. */
  readonly verb: string
  readonly past: string
  readonly by?: Quantity
  readonly to?: Quantity
  readonly from?: Quantity
  /** 'compared with a year earlier', as printed; '' when not said. */
  readonly comparison: string
  /** What narrows it: 'against the euro'; '' when nothing does. */
  readonly tail: string
}

/** A change of which only the direction is told. Its fact is of the family 'change'. */
export interface DirectionFinding extends FindingBase {
  readonly family: 'direction'
  readonly subject: Subject
  /** 'has', 'have', or ''. */
  readonly auxiliaries: string
  /** As printed: 'accelerated'. */
  readonly verb: string
  readonly opposite: string
  /** What follows the verb, times dropped. */
  readonly tail: string
}

/** A figure, name, date or word in a sentence that stands by itself. Its fact is of the family 'event'. */
export interface SentenceFinding extends FindingBase {
  readonly family: 'sentence'
  /** What '{}' stands for: a figure with its modifiers, a name, a date, or a word that another would turn round. */
  readonly slot:
    | { readonly type: 'figure'; readonly quantity: Quantity }
    | { readonly type: 'name'; readonly name: Name }
    | { readonly type: 'date'; readonly text: string; readonly isYear: boolean }
    | { readonly type: 'word'; readonly word: string; readonly opposite: string }
  /** The sentence as it can stand alone, with '{}' in the slot's place. */
  readonly template: string
  /** Whether it can stand alone only below the article's title, which says what 'the plan' is. */
  readonly underTitle?: boolean
}

/** What a name's apposition says of it. Its fact is of the family 'event'. */
export interface DescriptionFinding extends FindingBase {
  readonly family: 'description'
  readonly name: Name
  /** 'the world’s third-largest brewer' */
  readonly text: string
}

export interface RoleFinding extends FindingBase {
  readonly family: 'role'
  readonly person: string
  readonly title: string
  readonly organisation?: string
}

/** A clause that says who did what; with a figure in it or without. */
export interface EventFinding extends FindingBase {
  readonly family: 'event'
  readonly clause: Clause
  readonly subject: Subject
  readonly quantity?: Quantity
  /** Where it was, when the clause opens with that: 'in Norway'; '' when it does not. */
  readonly place: string
  /** Whether the figure opens the subject: '3.4 million boats in the south'. */
  readonly isInSubject: boolean
  /** The predicate's words, names in full. */
  readonly said: string
  /** Token range of the clause's verb phrase, times dropped from its end. */
  readonly predicate: Range
}

/** Who said what. */
export interface StatementFinding extends FindingBase {
  readonly family: 'statement'
  readonly speaker: string
  readonly sort: 'person' | 'organisation' | 'place'
  /** 'said that', 'warned that', as printed. */
  readonly verb: string
  /** What was said, as it stands behind the verb. */
  readonly content: string
}

/** What happened because of what. */
export interface CauseFinding extends FindingBase {
  readonly family: 'cause'
  readonly clause: Clause
  readonly subject: Subject
  /** Token range of the effect's verb phrase, without the reason. */
  readonly predicate: Range
  /** Whether the reason is a clause ('demand fell') or a noun phrase ('a fall in demand'). */
  readonly takes: 'clause' | 'thing'
  readonly reason: string
}

/** What somebody says was the reason: 'Harrow blamed the loss on a strike'. Its fact is of the family 'cause'. */
export interface BlameFinding extends FindingBase {
  readonly family: 'blame'
  readonly clause: Clause
  /** Who says so. */
  readonly subject: Subject
  readonly cause: string
  readonly effect: string
  /** Token range of the cause. */
  readonly causeRange: Range
}

/** What something was due to: 'profits were hit by a strike'. Its fact is of the family 'cause'. */
export interface DueFinding extends FindingBase {
  readonly family: 'due'
  readonly clause: Clause
  readonly subject: Subject
  /** 'was due to', 'hit by': from the verb's head to the reason. */
  readonly link: string
  readonly cause: string
  /** Token range of the cause. */
  readonly causeRange: Range
}

/** One of several things that are compared. */
export interface Compared {
  /** As an option or item names it: "Norvale’s cloud revenue". */
  readonly label: string
  /** What states it. */
  readonly fact: Fact
  /** What orders it: percent, an amount, or the first day as a number (20250316). */
  readonly value: number
  /** What puts it there, as a sentence: "Norvale’s cloud revenue rose by 13%." */
  readonly why: string
  /** The figure as printed; absent for times. */
  readonly quantity?: Quantity
}

/** Three or more figures or times of one sort, and how they stand to each other. */
export interface ComparisonFinding extends FindingBase {
  readonly family: 'comparison'
  readonly by: 'growth' | 'fall' | 'size' | 'time'
  /** Whose they all are: 'Norvale'; '' where they are of several. */
  readonly owner: string
  /** What of each is compared, where it is the same of all: 'revenue'; '' where it differs. */
  readonly measure: string
  /** In the order of a list: largest growth, fall or size first, earliest time first. */
  readonly items: readonly Compared[]
}

/** Several things of which the same is said, beside others of which the contrary is. */
export interface ContrastFinding extends FindingBase {
  readonly family: 'contrast'
  readonly rose: readonly Compared[]
  readonly fell: readonly Compared[]
}

/** Names that stand in one list in a sentence that can stand by itself. */
export interface EnumerationFinding extends FindingBase {
  readonly family: 'enumeration'
  readonly sort: 'organisation' | 'person' | 'place'
  readonly names: readonly Name[]
  /** The sentence with '{}' in the place of the whole list. */
  readonly template: string
}

/** Which organisation owns which, where the words between their names say it. */
export interface RelationFinding extends FindingBase {
  readonly family: 'relation'
  readonly owner: Name
  readonly owned: Name
}

/** A term and what the article says it means or stands for. */
export interface TermFinding extends FindingBase {
  readonly family: 'term'
  readonly term: string
  /** 'is when' where a clause tells what happens: 'a central bank buys bonds'. */
  readonly sense: 'means' | 'stands for' | 'is when'
  readonly definition: string
}

/** Where something stands among its like: 'the world’s third-largest brewer'. */
export interface RankFinding extends FindingBase {
  readonly family: 'rank'
  readonly name: Name
  /** 1 for the largest. */
  readonly place: number
  /** 'largest', 'fastest-growing' */
  readonly superlative: string
  /** What stands before and behind in the phrase: "the world’s", 'brewer by volume'. */
  readonly before: string
  readonly behind: string
}

/** What was the highest, lowest or first for long. Its fact is of the family 'rank'. */
export interface RecordFinding extends FindingBase {
  readonly family: 'record'
  readonly clause: Clause
  readonly subject: Subject
  /** The clause with '{}' for its superlative, where another word would turn it round. */
  readonly turned?: { readonly template: string; readonly word: string; readonly opposite: string }
  /** The clause with '{}' for the year or month that the record goes back to, where it names one. */
  readonly since?: { readonly template: string; readonly text: string; readonly isYear: boolean }
}

/** Worked out from other findings. */
export interface DerivedFinding extends FindingBase {
  readonly family: 'derived'
  readonly inputs: readonly Finding[]
  /** What was worked out. */
  readonly result: DerivedResult
}

export type DerivedResult =
  | { readonly type: 'previous'; readonly change: ChangeFinding; readonly value: number }
  | {
      readonly type: 'multiple'
      readonly subject: Subject
      readonly later: LevelFinding | ChangeFinding
      readonly value: number
      readonly from: Quantity
      readonly to: Quantity
      readonly fromPhrase: string
      readonly toPhrase: string
    }
  | {
      readonly type: 'percent'
      readonly subject: Subject
      readonly value: number
      readonly from: Quantity
      readonly to: Quantity
      readonly fromPhrase: string
      readonly toPhrase: string
      readonly direction: 'up' | 'down'
    }
  | {
      readonly type: 'share'
      readonly part: Subject
      readonly whole: Subject
      readonly value: number
      readonly partQuantity: Quantity
      readonly wholeQuantity: Quantity
    }

export type Finding =
  | LevelFinding
  | ChangeFinding
  | RoleFinding
  | EventFinding
  | DirectionFinding
  | SentenceFinding
  | DescriptionFinding
  | StatementFinding
  | CauseFinding
  | BlameFinding
  | DueFinding
  | ComparisonFinding
  | ContrastFinding
  | EnumerationFinding
  | RelationFinding
  | TermFinding
  | RankFinding
  | RecordFinding
  | DerivedFinding
