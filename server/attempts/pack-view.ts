import type { Arrangement, Question } from '#core'
import type { PassageView } from './view.ts'

/** What of one question leaves with an offline pack: all that marking it and telling how it went takes. */
export interface PackItem {
  readonly position: number
  readonly question: Question
  readonly arrangement: Arrangement
  /** How many tries it has. */
  readonly tries: number
  readonly passages: readonly PassageView[]
  /** Of everyone who had answered it by then: how many, and how many got it wholly right. */
  readonly howMany: { readonly answered: number; readonly right: number }
}

/** POST /api/attempts/[id]/pack: the keys of an attempt's open questions, to practise without a network. */
export interface PackView {
  readonly attempt: string
  readonly items: readonly PackItem[]
}

/** GET /api/me/here: who this browser speaks for. */
export interface HereView {
  /** Null where nothing is stored of anybody yet. */
  readonly owner: string | null
  /** Guests whose attempts the account has taken over. */
  readonly claimed: readonly string[]
}
