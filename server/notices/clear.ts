import { pool } from '../db.ts'
import { KEPT } from './list.ts'

/** Removes the notices that have been kept long enough, and says how many. */
export async function clearNotices(): Promise<number> {
  const { rowCount } = await pool().query(
    `DELETE FROM notice WHERE created_at <= clock_timestamp() - interval '${KEPT}'`,
  )
  return rowCount ?? 0
}
