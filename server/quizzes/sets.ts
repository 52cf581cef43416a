import { pool } from '../db.ts'
import { createKept } from '../kept.ts'
import { getVersions, type Version } from '../questions/versions.ts'
import { type NamedRow, readName, SET_NAME, SET_ORIGIN, type SetName } from './named.ts'

/** A quiz set, which never changes. */
export interface QuizSet extends SetName {
  readonly id: string
  readonly versions: readonly Version[]
}

const kept = createKept<QuizSet>(500)

/** The set with this id, or null. */
export async function getSet(id: string): Promise<QuizSet | null> {
  const known = kept.get(id)
  if (known) return known
  const { rows } = await pool().query<NamedRow & { versionIds: string[] }>(
    `SELECT ${SET_NAME},
       array(SELECT i.version_id::text FROM quiz_set_item i WHERE i.set_id = s.id ORDER BY i.position) AS "versionIds"
     FROM quiz_set s ${SET_ORIGIN} WHERE s.id = $1`,
    [id],
  )
  const row = rows[0]
  if (!row) return null
  const whole = { id, ...readName(row), versions: await getVersions(row.versionIds) }
  kept.set(id, whole)
  return whole
}
