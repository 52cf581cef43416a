/** What somebody wants by mail. */
export interface MailWishView {
  /** Notices that may wait; urgent ones always come. */
  readonly notices: boolean
  /** The hour of their own day at which they are reminded of what is due, 0 to 23; null for never. */
  readonly remindAt: number | null
}
