import { pool } from '../db.ts'
import { createKept } from '../kept.ts'
import { getVersions, type Version } from '../questions/versions.ts'

/** A quiz set, which never changes: its questions and the article revision they were made from. */
export interface QuizSet {
  readonly id: string
  readonly revisionId: string
  readonly slug: string
  readonly title: string
  /** `YYYY-MM-DD` */
  readonly date: string
  readonly versions: readonly Version[]
}

const kept = createKept<QuizSet>(500)

/** The set with this id, or null. */
export async function getSet(id: string): Promise<QuizSet | null> {
  const known = kept.get(id)
  if (known) return known
  const { rows } = await pool().query<Omit<QuizSet, 'versions'> & { versionIds: string[] }>(
    `SELECT s.id, s.revision_id AS "revisionId", a.slug, r.title, to_char(r.date, 'YYYY-MM-DD') AS date,
       array(SELECT i.version_id::text FROM quiz_set_item i WHERE i.set_id = s.id ORDER BY i.position) AS "versionIds"
     FROM quiz_set s JOIN revision r ON r.id = s.revision_id JOIN article a ON a.id = s.article_id
     WHERE s.id = $1`,
    [id],
  )
  const row = rows[0]
  if (!row) return null
  const { versionIds, ...set } = row
  const whole = { ...set, versions: await getVersions(versionIds) }
  kept.set(id, whole)
  return whole
}
