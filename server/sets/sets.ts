import { show } from '#core'
import { arrangeAll } from '../attempts/arranged.ts'
import { ROW, ROW_ORIGIN, tellRow } from '../bank/row.ts'
import { pool } from '../db.ts'
import { siteAddress } from '../origin.ts'
import { getSet } from '../quizzes/sets.ts'
import type { Viewer } from '../viewer.ts'
import type { OwnSetView, SetItemView, SetPreviewView, SetView, SharedSetView } from './view.ts'

/** The viewer's sets, those put away last, the last changed first. */
export async function listSets({ personId }: Viewer): Promise<SetView[]> {
  const { rows } = await pool().query<Omit<SetView, 'changedAt'> & { changed_at: Date }>(
    `SELECT t.id, t.title, t.share_code IS NOT NULL AS "isShared", t.archived_at IS NOT NULL AS "isArchived",
       t.changed_at, sum.questions, sum.articles, sum.withdrawn
     FROM teacher_set t CROSS JOIN LATERAL (
       SELECT count(*)::int AS questions, count(DISTINCT r.article_id)::int AS articles,
         count(w.version_id)::int AS withdrawn
       FROM quiz_set_item i JOIN question_version v ON v.id = i.version_id JOIN revision r ON r.id = v.revision_id
       LEFT JOIN withdrawal w ON w.version_id = v.id
       WHERE i.set_id = t.set_id
     ) sum
     WHERE t.owner_id = $1 ORDER BY t.archived_at IS NOT NULL, t.changed_at DESC, t.id`,
    [personId],
  )
  return rows.map(({ changed_at, ...row }) => ({ ...row, changedAt: changed_at.toISOString() }))
}

/** A set of the viewer's; null where there is no such set of theirs. */
export async function getOwnSet(
  { personId }: Viewer,
  id: string,
  asked: Headers,
): Promise<OwnSetView | null> {
  const { rows } = await pool().query<{
    title: string
    set: string
    code: string | null
    is_archived: boolean
  }>(
    `SELECT title, set_id AS set, share_code AS code, archived_at IS NOT NULL AS is_archived
     FROM teacher_set WHERE id = $1 AND owner_id = $2`,
    [id, personId],
  )
  const [own] = rows
  if (!own) return null
  const { title, set, code, is_archived } = own
  const items = await listItems(set)
  const link = code === null ? null : `${siteAddress(asked)}/sets/shared/${code}`
  return { id, title, set, isArchived: is_archived, link, items }
}

/** The set that a link with this code leads to; null where it leads nowhere. The same for every teacher but for whose it is. */
export async function getSharedSet({ personId }: Viewer, code: string): Promise<SharedSetView | null> {
  const { rows } = await pool().query<{
    id: string
    title: string
    set: string
    by: string
    is_own: boolean
  }>(
    `SELECT t.id, t.title, t.set_id AS set, a.name AS by, t.owner_id = $2 AS is_own
     FROM teacher_set t JOIN account a ON a.person_id = t.owner_id WHERE t.share_code = $1`,
    [code, personId],
  )
  const [shared] = rows
  if (!shared) return null
  const { id, title, set, by, is_own } = shared
  const items = await listItems(set)
  return { title, by, own: is_own ? id : null, items }
}

async function listItems(set: string): Promise<SetItemView[]> {
  const { rows } = await pool().query<SetItemView>(
    `SELECT ${ROW}, w.reason AS withdrawn, EXISTS (
         SELECT FROM question_version n WHERE n.question_id = v.question_id AND n.number > v.number
           AND NOT EXISTS (SELECT FROM withdrawal x WHERE x.version_id = n.id)
       ) AS "hasNewer"
     FROM quiz_set_item i JOIN question_version v ON v.id = i.version_id ${ROW_ORIGIN}
     LEFT JOIN withdrawal w ON w.version_id = v.id
     WHERE i.set_id = $1 ORDER BY i.position`,
    [set],
  )
  return rows.map((row) => ({ ...tellRow(row), withdrawn: row.withdrawn, hasNewer: row.hasNewer }))
}

/** A set of the viewer's as a learner sees it, in an order of options by chance; null where there is no such set of theirs. */
export async function getPreview({ personId }: Viewer, id: string): Promise<SetPreviewView | null> {
  const { rows } = await pool().query<{ title: string; set: string }>(
    'SELECT title, set_id AS set FROM teacher_set WHERE id = $1 AND owner_id = $2',
    [id, personId],
  )
  const [own] = rows
  const set = own && (await getSet(own.set))
  if (!set) return null
  const shown = arrangeAll(set.versions, set.id).map(({ version, arrangement }) =>
    show(version.question, arrangement),
  )
  return { title: own.title, shown }
}
