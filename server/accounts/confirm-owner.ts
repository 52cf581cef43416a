import { pool } from '../db.ts'
import type { Refusal } from '../refusal-view.ts'
import type { Viewer } from '../viewer.ts'
import { isPassword } from './passwords.ts'
import { allowGuess } from './throttle.ts'

/** For how long after signing in nobody is asked again who they are. */
const FRESH = '15 minutes'

/** Whether the viewer's session began in the last quarter of an hour. */
export async function isFreshlySignedIn({ sessionId }: Viewer): Promise<boolean> {
  const { rows } = await pool().query(
    `SELECT FROM session WHERE id = $1 AND started_at > clock_timestamp() - interval '${FRESH}'`,
    [sessionId ?? null],
  )
  return rows.length > 0
}

/**
 * Whether it is the owner who sits at this browser: by the account's password, or, where it has none, by a sign-in of the
 * last quarter of an hour. Null when it is; else why not.
 */
export async function confirmOwner(viewer: Viewer, password: string): Promise<Refusal | null> {
  const { personId, sessionId } = viewer
  if (personId === null || sessionId === undefined) return 'not-found'
  const { rows } = await pool().query<{ password_hash: string | null }>(
    'SELECT password_hash FROM account WHERE person_id = $1',
    [personId],
  )
  const row = rows[0]
  if (!row) return 'not-found'
  if (row.password_hash === null) return (await isFreshlySignedIn(viewer)) ? null : 'sign-in-again'
  const allowed = await allowGuess({ mail: personId, address: '', knownBrowser: sessionId })
  if (!allowed) return 'throttled'
  if (!(await isPassword(password, row.password_hash))) return 'not-your-password'
  await allowed.forgive()
  return null
}
