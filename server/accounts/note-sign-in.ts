import { createHmac } from 'node:crypto'
import { channel } from 'node:diagnostics_channel'
import { asked } from '../asked.ts'
import { pool } from '../db.ts'
import { env } from '../env.ts'
import { logDone, logWarning } from '../log.ts'
import type { Refusal } from '../refusal-view.ts'
import { writeAudit } from './audit.ts'

/** Every sign-in that is refused is told here by its refusal, for who counts them. */
export const SIGN_INS_REFUSED = 'bellwether:sign-in-refused'
const refusals = channel(SIGN_INS_REFUSED)

/** Puts a sign-in into the log. */
export const logSignIn = (person: string, method: string): void =>
  logDone('sign-in', { person, method, from: whereFrom() })

/**
 * Puts a sign-in that was refused into the log, and gives whether it was written down. A code that has not been asked for yet
 * is no refusal; what a throttle stops is counted and not written: ten thousand of it say no more than the guesses before.
 */
export function logSignInRefused(because: Refusal, person: string | null): boolean {
  if (because === 'totp-needed') return false
  refusals.publish(because)
  if (because === 'throttled') return false
  logWarning('sign-in', { because, person, from: whereFrom() })
  return true
}

/** The same in the audit trail too; `method`: the service, where it was by one. */
export async function noteSignInRefused(
  person: string | null,
  because: Refusal,
  method?: string,
): Promise<void> {
  if (!logSignInRefused(because, person)) return
  const details = method === undefined ? { because } : { because, method }
  await writeAudit(pool(), { actor: null, deed: 'sign-in-refused', subject: person, details })
}

/** A mark by which the log tells that two requests came from one address, and nobody without our secret which. */
function whereFrom(): string | undefined {
  const address = asked()?.address
  if (!address) return undefined
  return createHmac('sha256', env().BELLWETHER_SECRET).update(address).digest('base64url').slice(0, 12)
}
