import { pool } from '../db.ts'
import type { Refusal } from '../refusal-view.ts'
import type { Viewer } from '../viewer.ts'
import { isPassword } from './passwords.ts'
import { allowGuess } from './throttle.ts'

/** For how long after signing in an account without a password may be changed. */
const FRESH = '15 minutes'

/**
 * Whether it is the owner who sits at this browser: by the account's password, or, where it has none, by a sign-in of the
 * last quarter of an hour. Null when it is; else why not.
 */
export async function confirmOwner(viewer: Viewer, password: string): Promise<Refusal | null> {
  const { personId, sessionId } = viewer
  if (personId === null || sessionId === undefined) return 'not-found'
  const { rows } = await pool().query<{ password_hash: string | null; is_fresh: boolean }>(
    `SELECT a.password_hash, s.started_at > clock_timestamp() - interval '${FRESH}' AS is_fresh
     FROM account a JOIN session s ON s.person_id = a.person_id WHERE a.person_id = $1 AND s.id = $2`,
    [personId, sessionId],
  )
  const row = rows[0]
  if (!row) return 'not-found'
  if (row.password_hash === null) return row.is_fresh ? null : 'sign-in-again'
  const allowed = await allowGuess({ mail: personId, address: '', knownBrowser: sessionId })
  if (!allowed) return 'throttled'
  if (!(await isPassword(password, row.password_hash))) return 'not-your-password'
  await allowed.forgive()
  return null
}
