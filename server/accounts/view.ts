import type { Role } from '../access.ts'

export type { Role }

/** The shapes of accounts that leave the server. Times are ISO strings by the database's clock. */

/** A browser that is signed in. */
export interface SessionView {
  readonly id: string
  /** 'Firefox on Linux' */
  readonly agent: string
  readonly startedAt: string
  readonly seenAt: string
  /** Whether it is the one that asks. */
  readonly isThisOne: boolean
}

/** What its owner sees of an account. */
export interface AccountView {
  readonly name: string
  readonly role: Role
  readonly mail: string | null
  readonly isMailVerified: boolean
  readonly hasPassword: boolean
  /** Whether a code from an app is asked for at sign-in. */
  readonly hasTotp: boolean
  /** The other services that vouch for its owner. */
  readonly services: readonly ProviderView[]
}

/** One line of the audit trail. */
export interface AuditView {
  readonly id: string
  readonly at: string
  /** Names; null where nobody was known, or they have been erased. */
  readonly actor: string | null
  readonly subject: string | null
  /** 'changed a role' */
  readonly words: string
  readonly details: Readonly<Record<string, string | number | boolean>>
}

/** Somebody with an account, as an admin sees them. */
export interface PersonView {
  readonly id: string
  readonly name: string
  readonly mail: string | null
  readonly role: Role
  readonly isSuspended: boolean
  readonly createdAt: string
  /** When a session of theirs was last seen; null for never. */
  readonly seenAt: string | null
}

/** An invitation that has not been used yet. */
export interface InvitationView {
  /** Names it, and opens nothing. */
  readonly id: string
  readonly role: Role
  /** For whom it is, in the admin's words. */
  readonly note: string
  readonly expiresAt: string
}

/** What an admin may set. */
export interface SchoolView {
  readonly signUp: 'open' | 'invited'
  readonly teacherDomains: readonly string[]
}

/** A link that is shown once, to be handed on. */
export interface LinkReply {
  readonly link: string
}

/** A secret that is offered for an authenticator app, not stored yet. */
export interface TotpOffer {
  /** Base32, to be typed where no camera is at hand. */
  readonly secret: string
  /** otpauth://totp/... */
  readonly address: string
  /** The address as a QR code: one text a row, '1' for each dark square. */
  readonly picture: readonly string[]
}

/** A service people can sign in by. */
export interface ProviderView {
  readonly id: string
  /** 'Google' */
  readonly name: string
}
