import type { AnswerByKind, Confidence, Feedback, Kind, Level, Limits, Shown } from '#core'
import type { TodayLearned } from '../learning/today-learned.ts'
import type { PracticeBody, WhyView } from '../practice/view.ts'
import type { RegradedView } from '../regrades/view.ts'

/**
 * The shapes that leave the server: what the pages draw and the routes reply. Dates and times are ISO strings, made by
 * the database's clock. Positions count from 1, as in '3 of 8'. Offsets count in the article's text (UTF-16, end
 * exclusive). Nothing here carries a key, a reason or a passage before the answer is in.
 */

/** Practice tells after every answer, a test after it has been handed in. */
export const MODES = ['practice', 'test'] as const
export type Mode = (typeof MODES)[number]

export type { Confidence }

/** A saved answer in the kind's own shape; null is a blank. */
export type AnswerView = AnswerByKind[Kind] | null

export interface SpanView {
  readonly start: number
  readonly end: number
}

export interface SourceView {
  readonly publisher: string
  readonly title: string
  readonly date?: string
  /** http or https only. */
  readonly address?: string
}

export interface BlockView extends SpanView {
  readonly kind: 'title' | 'heading' | 'paragraph' | 'teaser' | 'furniture'
  /** `articleText.slice(start, end)`. */
  readonly text: string
}

/** An article in a list. */
export interface ArticleCard {
  readonly slug: string
  readonly title: string
  /** The day it was published, `YYYY-MM-DD`. */
  readonly date: string
  readonly sector: string
  readonly companies: readonly string[]
  readonly concepts: readonly string[]
  /** The first sentences of the body, at most about 200 characters. */
  readonly lead: string
  /** Questions in its quiz set; 0 when it has none. */
  readonly questions: number
  /** About how long the quiz takes. */
  readonly minutes: number
  /** Words of the body. */
  readonly words: number
  /** How hard its questions are on average; null where it has none. */
  readonly level: Level | null
}

/** One line of the margin list beside an article; `spans` are the passages it lights up. */
export interface KeyFactView {
  readonly id: string
  /** 'Norvale, cloud revenue' */
  readonly label: string
  /** 'up 13% to Rmb41.9bn' */
  readonly value: string
  /** 'the final quarter of 2024'; '' where the article names none. */
  readonly period: string
  readonly spans: readonly SpanView[]
}

export interface ArticleView extends ArticleCard {
  /** Counts from 1; a corrected article has a higher one. */
  readonly revision: number
  /** When this revision was stored. */
  readonly revisedAt: string
  /** Without the title's own block. */
  readonly blocks: readonly BlockView[]
  readonly facts: readonly KeyFactView[]
  readonly sources: readonly SourceView[]
  /** Whether somebody has brought it in for their own classes: it stands in no list and is nobody else's. */
  readonly isPrivate: boolean
  /** Whether it was the viewer who brought it in. */
  readonly isOwn: boolean
}

/** What stands before a quiz. */
export interface StartView {
  readonly slug: string
  readonly title: string
  readonly date: string
  /** Which revision it is of, and since when that stands; null of the first. */
  readonly corrected: { readonly revision: number; readonly at: string } | null
  /** The quiz set's id, to be sent to POST /api/attempts. */
  readonly set: string
  readonly count: number
  readonly minutes: number
  /** Kinds that occur, for 'choice, true or false and numbers'. */
  readonly kinds: readonly Kind[]
  /** The viewer's own attempt of this set that has not been handed in. */
  readonly open: { readonly attempt: string; readonly mode: Mode; readonly answered: number } | null
}

/** What a mixed quiz is drawn with: `seed` decides which questions, and is nobody's secret. */
export interface MixedBody {
  readonly seed: string
  readonly limits: Limits
}

/** What stands before a mixed quiz. */
export interface MixedStartView {
  readonly title: string
  /** To be sent to POST /api/attempts. */
  readonly mixed: MixedBody
  readonly count: number
  /** How many articles the questions come from. */
  readonly articles: number
  readonly minutes: number
  readonly kinds: readonly Kind[]
}

/** The sentence that settles a question. */
export interface PassageView extends SpanView {
  /** The sentence, word for word; `start` and `end` are its place in the article. */
  readonly quote: string
  /** What stands before and after it in the same paragraph; may be ''. */
  readonly before: string
  readonly after: string
  /** Stretches of `quote` (offsets in it) that carry the evidence, ascending. */
  readonly figures: readonly SpanView[]
  readonly articleSlug: string
}

/** How a question stands that was tried and is still open. Nothing here says what was wrong. */
export interface TriedView {
  /** Tries used, and tries left; one or more of each. */
  readonly used: number
  readonly left: number
  /** The sequence number of the last one. */
  readonly sequence: number
  /** Absent where nothing could be said without giving the answer away. */
  readonly hint?: string
}

export interface FeedbackView extends Feedback {
  /** Which try the answer was, where it was not the first; the mark is halved for each before it. */
  readonly tries?: number
  /** The main passage first; empty of what a teacher has brought in without a source. */
  readonly passages: readonly PassageView[]
  /** Of everyone who has answered this version: how many, and how many got it wholly right. */
  readonly howMany: { readonly answered: number; readonly right: number }
  /** What was done about the question since, where something was: the mark above is by the keys that are right by now. */
  readonly regraded?: RegradedView
}

/** One question of an attempt. */
export interface ItemView {
  readonly position: number
  /** The question version, for flags. */
  readonly question: string
  readonly shown: Shown
  /** Why practice has chosen it; absent of one of a set. */
  readonly why?: WhyView
  readonly answered: boolean
  readonly answer: AnswerView
  readonly confidence?: Confidence
  /** The highest sequence number stored; 0 when nothing is. The next save sends a higher one. */
  readonly sequence: number
  readonly savedAt?: string
  /** How many tries it has: as many as the attempt allows, fewer where that would tell the answer. */
  readonly tries: number
  /** Only after a try that was not right, as long as another is left. */
  readonly tried?: TriedView
  /** Once true, the answer can no longer change. */
  readonly final: boolean
  /** Where its reader has said that something is wrong with it. */
  readonly isFlagged?: true
  /** Only when final in practice, or after a test was handed in. */
  readonly feedback?: FeedbackView
}

/** What concerns an attempt of an assignment while it is taken. */
export interface AssignedView {
  readonly id: string
  /** When its time is over; null for never. */
  readonly endsAt: string | null
  /** Until when answers are taken, as late. */
  readonly takenUntil: string | null
  /** What time it was by the same clock when this was told: a device's own may be wrong. */
  readonly now: string
  /** Whether the article may be opened in a test. */
  readonly hasSource: boolean
}

export interface AttemptView {
  readonly id: string
  /** Whose it is: what a browser keeps of it is theirs alone. */
  readonly owner: string
  readonly title: string
  /** The article's; null for a quiz over several. */
  readonly slug: string | null
  /** Whether it is a daily review. */
  readonly isReview: boolean
  /** What its teacher has laid down; absent of one's own. */
  readonly assigned?: AssignedView
  /** Of practice that chooses its questions one by one: about how many are wished, null: until one stops. */
  readonly practice?: { readonly wished: number | null }
  readonly date: string
  readonly mode: Mode
  /** How many tries a question may have; 1 in a test. */
  readonly tries: number
  readonly startedAt: string
  readonly submittedAt?: string
  /** Whether keys of it were handed out with an offline pack: it moves memories and has no score. */
  readonly isPacked: boolean
  readonly count: number
  readonly items: readonly ItemView[]
}

/** POST /api/attempts. `key` is the client's own UUID, so that a double click makes one attempt; `anew` leaves an open one behind. `tries`, for practice, are 1 unless more are asked for. */
export type StartBody = AssignedBody | OwnBody

/** Of an assignment, whose teacher has laid down the rest. `word` is what they have told the class to type. */
export interface AssignedBody {
  readonly assignment: string
  readonly key: string
  readonly word?: string
  readonly zone?: string
}

type OwnBody = (
  | { readonly set: string }
  | { readonly mixed: MixedBody }
  | { readonly practice: PracticeBody }
) & {
  readonly mode: Mode
  readonly key: string
  readonly anew?: boolean
  readonly tries?: number
  /** The browser's time zone: whose midnights count as days, until its owner says otherwise. */
  readonly zone?: string
}
/** The whole attempt comes along, so that the first question can be drawn without asking again. */
export interface StartReply {
  readonly attempt: string
  readonly view: AttemptView
}

/** POST /api/attempts/[id]/responses. `check` tries the answer (practice): it becomes final and brings feedback when it is right, blank or the last try. */
export interface SaveBody {
  readonly position: number
  readonly sequence: number
  /** The client's own idempotency key, a UUID: the same key and body can be sent again at will. */
  readonly key: string
  readonly answer: AnswerView
  readonly confidence?: Confidence
  /** From when the question was first shown to this answer, by the browser's own clock. */
  readonly seconds?: number
  readonly check: boolean
}
export interface SaveReply {
  readonly savedAt: string
  readonly sequence: number
  readonly final: boolean
  readonly feedback?: FeedbackView
  readonly tried?: TriedView
  /** Where it came when the time was over: what its reader is told. It is kept, and changes nothing of the attempt. */
  readonly late?: string
}

export interface ResultRow
  extends Pick<
    ItemView,
    'position' | 'question' | 'shown' | 'isFlagged' | 'answered' | 'answer' | 'confidence'
  > {
  readonly feedback: FeedbackView
}

/** An answer to an assignment that came too late, as those who teach its class see it. */
export interface LateAnswerView {
  readonly position: number
  readonly stem: string
  /** The answer in words. */
  readonly given: string
  /** What it would have come to, 0 to 1. */
  readonly mark: number
  readonly arrivedAt: string
  /** Whether what is right had been told by then. */
  readonly isAfterTelling: boolean
}

/** What is told in place of results, as long as an assignment does not let them be told. */
export interface HandedInView {
  readonly id: string
  readonly assignment: string
  readonly title: string
  readonly submittedAt: string
  readonly answered: number
  readonly count: number
  /** Whether they are told at all, and when everybody is done, where that is known. */
  readonly isEverTold: boolean
  readonly toldFrom: string | null
  /** Questions with an answer that came too late to count. */
  readonly lateAnswers: number
}

/** GET /api/attempts/[id]/results and the reply to submit. */
export type EndView = ResultsView | HandedInView

export interface ResultsView {
  readonly id: string
  /** The article's; null for a quiz over several. */
  readonly slug: string | null
  readonly title: string
  readonly date: string
  /** The UTC day whose quiz it was; null of any other. */
  readonly day: string | null
  /** The assignment it was taken for; null of one's own. */
  readonly assignment: string | null
  /** Whether it was a daily review. */
  readonly isReview: boolean
  /** Whether it was practice that chose its questions one by one; the one it was ended at is not in it. */
  readonly isPractice: boolean
  readonly mode: Mode
  readonly tries: number
  readonly startedAt: string
  readonly submittedAt: string
  /** Whether keys of it were handed out with an offline pack: what its marks come to counts nowhere. */
  readonly isPacked: boolean
  /** Sum of the marks, 0 to `count`: the questions that count. */
  readonly score: number
  readonly count: number
  /** Confident but wrong first, then other misses, then the rest; by position within each. */
  readonly rows: readonly ResultRow[]
  /** What the day has come to with it; null for whoever does not want to be told. */
  readonly today: TodayLearned | null
  /** Questions with an answer that came too late to count. */
  readonly lateAnswers: number
  /** How the others did; null for whoever does not wish to know, and of too few. */
  readonly others: OthersView | null
}

/** How people did who have done the same: a class, or everybody who has taken the quiz. In per cent, by steps of five. */
export interface OthersView {
  readonly who: 'class' | 'readers'
  /** So many handed it in first; they are told of together. */
  readonly people: number
  /** A quarter of them have less than `lower`, half less than `middle`, a quarter more than `upper`. */
  readonly lower: number
  readonly middle: number
  readonly upper: number
}

/** GET /api/attempts/[id]/source?position=3: the article beside the question. */
export interface SourceTextView {
  readonly slug: string
  readonly title: string
  readonly date: string
  readonly revision: number
  /** When the article was last corrected; null where it reads as it did at first. */
  readonly correctedAt: string | null
  /** Whether the article reads so still. */
  readonly isNewest: boolean
  readonly blocks: readonly BlockView[]
  /** Passages of the question, ascending; empty before its answer is final. */
  readonly marks: readonly SpanView[]
}

/** One attempt in the history at /me. */
export interface ScoreRow {
  readonly attempt: string
  /** The article's; null for a quiz over several. */
  readonly slug: string | null
  readonly title: string
  readonly date: string
  readonly mode: Mode
  readonly tries: number
  readonly startedAt: string
  readonly submittedAt?: string
  /** Whether what came of it may be told; of an assignment its teacher lays that down. */
  readonly isTold: boolean
  readonly answered: number
  readonly count: number
  /** Practised with an offline pack, the key at hand. */
  readonly isPacked: boolean
  /** Absent until a test has been handed in, and of what was practised with an offline pack. */
  readonly score?: number
}
export interface ScoresView {
  /** Newest first. */
  readonly rows: readonly ScoreRow[]
  readonly totals: {
    /** Handed in, without those practised with an offline pack. */
    readonly quizzes: number
    /** Questions of the handed-in quizzes, and the sum of their marks. */
    readonly questions: number
    readonly score: number
  }
}

export interface FlagBody {
  readonly reason: string
  /** The attempt in which it is looked at. */
  readonly attempt: string
}
export interface FlagReply {
  readonly thanks: string
}
export interface ForgetReply {
  readonly forgotten: true
}
