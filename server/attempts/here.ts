import { pool } from '../db.ts'
import type { Outcome } from '../outcome.ts'
import type { Viewer } from '../viewer.ts'
import type { HereView } from './pack-view.ts'

/**
 * Who this browser speaks for, so that it sends nobody's answers as somebody else's and keeps nobody's things for
 * another. 'signed-out' while it shows a session that has ended.
 */
export async function getHere({ personId, isSignedOut }: Viewer): Promise<Outcome<HereView>> {
  if (isSignedOut) return { refused: 'signed-out' }
  if (personId === null) return { done: { owner: null, claimed: [] } }
  const { rows } = await pool().query<{ id: string }>('SELECT id FROM person WHERE claimed_by = $1', [
    personId,
  ])
  return { done: { owner: personId, claimed: rows.map(({ id }) => id) } }
}
