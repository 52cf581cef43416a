/** A notice as its reader sees it. */
export interface NoticeView {
  readonly id: string
  /** ISO, by the database's clock. */
  readonly at: string
  readonly isRead: boolean
  readonly title: string
  readonly text: string
  /** A path of ours. */
  readonly href: string
}

/** Notices about one thing. */
export interface NoticeGroup {
  readonly title: string
  readonly notices: readonly NoticeView[]
}

export interface UnreadReply {
  readonly unread: number
}
