import { z } from 'zod'
import { pool } from '../db.ts'
import type { Outcome } from '../outcome.ts'
import type { Refusal } from '../refusal-view.ts'
import type { Viewer } from '../viewer.ts'
import { isPassword, LONGEST_PASSWORD } from './passwords.ts'
import { allowGuess } from './throttle.ts'

/** What shows that somebody owns an account; '' where it has no password. */
export const ownerSchema = z.strictObject({ password: z.string().max(LONGEST_PASSWORD).default('') })
export type Owner = z.output<typeof ownerSchema>

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

/** Done for the owner of an account, once it is certain that it is they who sit at this browser. */
type OwnersWork<Result> = (personId: string) => Promise<Outcome<Result>>

/**
 * Does something to the viewer's account once they have shown that they own it: by its password, or, where it has none, by
 * a sign-in of the last quarter of an hour. Refused with the reason where they have not.
 */
export async function asOwner<Result>(
  viewer: Viewer,
  password: string,
  work: OwnersWork<Result>,
): Promise<Outcome<Result>> {
  const { personId } = viewer
  if (personId === null) return { refused: 'not-found' }
  const refused = await doubt(viewer, personId, password)
  return refused === null ? work(personId) : { refused }
}

/** Why it may not be the owner; null where it is. */
async function doubt(viewer: Viewer, personId: string, password: string): Promise<Refusal | null> {
  const { sessionId } = viewer
  if (sessionId === undefined) return 'not-found'
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
