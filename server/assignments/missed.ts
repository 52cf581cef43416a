import { pool } from '../db.ts'

/** Reckons what was missed of assignments for which that counts and for somebody of which it has become too late. May be called by any node as often as it likes. */
export async function countMissed(): Promise<void> {
  const { rows } = await pool().query<{ id: string }>(
    'SELECT a.id FROM assignment a WHERE is_newly_missed(a) ORDER BY a.id',
  )
  // One by one: each holds its places to the end.
  for (const { id } of rows) await pool().query('SELECT count_missed($1)', [id])
}
