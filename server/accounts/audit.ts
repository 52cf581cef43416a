import type pg from 'pg'

/** Something that was done, or refused, and to whom. People stand in it by id: erasing leaves only a tombstone. */
export interface Audited {
  /** Null where nobody was known. */
  readonly actor: string | null
  readonly deed: AuditedDeed
  readonly subject: string | null
  /** Never a password, a code or an address. */
  readonly details?: Readonly<Record<string, string | number | boolean>>
}

/** What goes into the audit trail, in words for the one who reads it. */
export const AUDITED = {
  'sign-up': 'made an account',
  'sign-in': 'signed in',
  'sign-in-refused': 'was refused at sign-in',
  'sign-out': 'signed out',
  'end-session': 'ended a session',
  'change-password': 'changed the password',
  'reset-password': 'set a new password by a link',
  'change-name': 'changed the name',
  'change-mail': 'changed the address',
  'verify-mail': 'confirmed the address',
  'turn-on-totp': 'turned on codes from an app',
  'turn-off-totp': 'turned off codes from an app',
  'link-service': 'connected another service',
  'unlink-service': 'disconnected another service',
  'say-age': 'said how old they are',
  'make-admin': 'became the first admin',
  invite: 'invited somebody',
  'take-back-invitation': 'took back an invitation',
  'change-role': 'changed a role',
  suspend: 'suspended an account',
  'lift-suspension': 'lifted a suspension',
  'end-sessions': 'ended all sessions of a person',
  'make-reset-link': 'made a link for a new password',
  'change-school': 'changed the settings',
  'change-keeping': 'changed how long things are kept',
  'agree-to-mail': 'agreed to letters',
  'withdraw-mail': 'wanted no more letters',
  'create-class': 'made a class',
  'archive-class': 'put a class away',
  'unarchive-class': 'took a class out again',
  'make-account': 'made an account for a learner',
  'reissue-slip': 'gave out a new password',
  'remove-from-class': 'took somebody out of a class',
  'restore-to-class': 'took somebody back into a class',
  'move-to-class': 'moved somebody to another class',
  assign: 'gave a class a quiz',
  'remove-assignment': 'took a quiz back from a class',
  'override-assignment': 'laid down terms of a quiz for somebody',
  'set-grade': 'gave somebody a grade',
  'set-counting': 'changed what counts in a class',
  'release-grades': 'let a class see how a quiz went',
  'take-back-grades': 'took grades of a quiz back',
  'correct-article': 'corrected an article',
  'drop-correction': 'left an article as it was',
  regrade: 'regraded a question of a quiz',
  'undo-regrade': 'took a regrade back',
  'decide-flags': 'decided about a question that was flagged',
  'extend-assignment': 'gave more time for a quiz',
  enrol: 'took somebody into a class',
  'add-teacher': 'had somebody teach a class',
  'ask-to-erase': 'asked for the account to be erased',
  'keep-account': 'wanted to keep the account after all',
  'retry-job': 'had a job tried again',
  'give-up-job': 'gave up a job',
  erase: 'was erased',
} as const
export type AuditedDeed = keyof typeof AUDITED

/** Writes one line into the audit trail, within the transaction of what it tells of where `client` has one. */
export async function writeAudit(
  client: Pick<pg.PoolClient, 'query'>,
  { actor, deed, subject, details = {} }: Audited,
): Promise<void> {
  await client.query(
    `INSERT INTO audit_entry (id, actor_id, deed, subject_id, details) VALUES (gen_random_uuid(), $1, $2, $3, $4)`,
    [actor, deed, subject, details],
  )
}
