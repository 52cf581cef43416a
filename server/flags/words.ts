import { pool } from '../db.ts'
import type { Viewer } from '../viewer.ts'
import { seenBy, seenFlags } from './scope.ts'

/** What readers say is wrong with question versions, each word once, of the flags that the viewer sees. Gives it for several versions of one question. */
export async function listFlagWords(
  viewer: Viewer,
  versions: readonly (string | null)[],
): Promise<(versions: readonly (string | null)[]) => readonly string[]> {
  const ids = versions.filter((id) => id !== null)
  if (ids.length === 0) return () => []
  const { rows } = await pool().query<{ version_id: string; reason: string }>(
    `SELECT version_id, reason FROM (${seenFlags('f.version_id = ANY($3::uuid[])')}) seen
     WHERE reason <> '' GROUP BY version_id, reason ORDER BY count(*) DESC, reason`,
    [...seenBy(viewer), ids],
  )
  return (asked) => [
    ...new Set(rows.filter(({ version_id }) => asked.includes(version_id)).map(({ reason }) => reason)),
  ]
}
