import type { ItemView } from '../attempts/view.ts'

/** What comes after a question of a practice: another, or the end and why. */
export interface NextReply {
  readonly item: ItemView | null
  /** 'long-enough': as many as were wished. 'nothing-left': nothing suits any more. Null where there is an item. */
  readonly end: 'long-enough' | 'nothing-left' | null
}
