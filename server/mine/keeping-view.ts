/** How long a school keeps things, in days. */
export interface KeepingView {
  /** Whether anything goes at all. */
  readonly isOn: boolean
  readonly guestDays: number
  readonly sessionDays: number
  readonly auditDays: number
  readonly unusedDays: number
}

/** How many of each go. */
export interface GoingView {
  readonly guests: number
  readonly unused: number
  readonly sessions: number
  readonly trail: number
}
