import { MAY_READ } from '../articles/may-read.ts'
import { pool } from '../db.ts'
import { createKept } from '../kept.ts'
import { getVersions, type Version } from '../questions/versions.ts'
import type { Viewer } from '../viewer.ts'
import { type NamedRow, readName, SET_NAME, SET_ORIGIN, type SetName } from './named.ts'

/** A quiz set, which never changes. */
export interface QuizSet extends SetName {
  readonly id: string
  /** Whose article it is of; null of the house's own, and of any other set. */
  readonly ownerId: string | null
  readonly versions: readonly Version[]
}

const kept = createKept<QuizSet>(500)

/** The set with this id, or null. */
export async function getSet(id: string): Promise<QuizSet | null> {
  const known = kept.get(id)
  if (known) return known
  const { rows } = await pool().query<NamedRow & { versionIds: string[]; ownerId: string | null }>(
    `SELECT ${SET_NAME}, article.owner_id AS "ownerId",
       array(SELECT i.version_id::text FROM quiz_set_item i WHERE i.set_id = s.id ORDER BY i.position) AS "versionIds"
     FROM quiz_set s ${SET_ORIGIN} WHERE s.id = $1`,
    [id],
  )
  const row = rows[0]
  if (!row) return null
  const whole = { id, ...readName(row), ownerId: row.ownerId, versions: await getVersions(row.versionIds) }
  kept.set(id, whole)
  return whole
}

/** The set with this id, or null where there is none, or it is the quiz of an article that the viewer may not read. */
export async function getReadableSet({ personId }: Viewer, id: string): Promise<QuizSet | null> {
  const set = await getSet(id)
  if (!set || set.ownerId === null || set.ownerId === personId) return set
  const { rowCount } = await pool().query(`SELECT WHERE ${MAY_READ('$1::uuid', '$2::uuid')}`, [
    set.ownerId,
    personId,
  ])
  return rowCount === 0 ? null : set
}
