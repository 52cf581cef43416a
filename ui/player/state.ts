import type { AnswerView, AttemptView, Confidence, EndView, ItemView, SaveBody } from '#server/attempts/view'
import type { NextReply } from '#server/practice/next-view'

/** What the reader has put down for one question on this screen, saved or not. */
export interface Draft {
  readonly answer: AnswerView
  readonly confidence?: Confidence
}

/** Everything the player draws from. */
export interface SessionState {
  readonly standing: 'loading' | 'unreachable' | 'missing' | 'ready' | 'finished'
  readonly attempt: AttemptView | null
  readonly drafts: Readonly<Record<number, Draft>>
  /** Positions whose answers have not been acknowledged. */
  readonly waiting: readonly number[]
  /** Positions whose check has been asked for and not come back. */
  readonly checking: readonly number[]
  /** Something stands here that has not yet been sent. */
  readonly isTyping: boolean
  readonly isOffline: boolean
  /** The session that began it has ended; what waits goes out once somebody has signed in. */
  readonly isSignedOut: boolean
  readonly isSubmitting: boolean
  /** The next question of a practice is being chosen. */
  readonly isChoosing: boolean
  /** Why a practice has no next question; null as long as it may have. */
  readonly end: NextReply['end']
  /** It was handed in here; the server is told once it can be reached. */
  readonly isHandInWaiting: boolean
  /** The keys of its open questions are here, in an offline pack. */
  readonly hasPack: boolean
  /** By how many milliseconds the server's clock is ahead of this device's, as far as it is known. */
  readonly skew: number
  /** When the server last acknowledged an answer (its own clock). */
  readonly savedAt: string | null
  /** A word to the reader about something that happened to an answer. */
  readonly notice: string | null
  readonly results: EndView | null
}

/** Before anything is known. */
export const EMPTY: SessionState = {
  standing: 'loading',
  attempt: null,
  drafts: {},
  waiting: [],
  checking: [],
  isTyping: false,
  isOffline: false,
  isSignedOut: false,
  isSubmitting: false,
  isChoosing: false,
  end: null,
  isHandInWaiting: false,
  hasPack: false,
  skew: 0,
  savedAt: null,
  notice: null,
  results: null,
}

/** What an answer, stored or on its way, looks like on the screen. */
export const draftOf = ({ answer, confidence }: ItemView | SaveBody): Draft =>
  confidence === undefined ? { answer } : { answer, confidence }
