import type { Role } from './access.ts'

/** Who is asking. A guest without `personId` has stored nothing yet. */
export interface Viewer {
  readonly personId: string | null
  readonly role: Role
  /** The session that speaks for a member. */
  readonly sessionId?: string
  /** Whether they have not said yet how old they are: they are asked before they see any other page. */
  readonly owesAge?: true
  /** Whether this browser shows a session that has ended: what it asks for may be there once somebody signs in. */
  readonly isSignedOut?: true
}

/** Somebody of whom nothing is known; for pages that are the same for everyone. */
export const ANYONE: Viewer = { personId: null, role: 'guest' }

/** A guest by their id, or nobody. */
export const asGuest = (personId: string | null): Viewer => ({ personId, role: 'guest' })
