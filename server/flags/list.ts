import { pool } from '../db.ts'
import type { Viewer } from '../viewer.ts'
import { seenBy, seenFlags } from './scope.ts'
import type { FlaggedLine } from './view.ts'

/** Questions on the page of flags; whoever has more begins with these. */
const MOST = 100

interface Row extends Omit<FlaggedLine, 'lastAt'> {
  last_at: Date
}

/**
 * The questions whose flags the viewer sees: those that wait first, in each part what most people have flagged, and of those
 * what was flagged last.
 */
export async function listFlagged(viewer: Viewer): Promise<FlaggedLine[]> {
  const { rows } = await pool().query<Row>(
    `SELECT v.id AS question, v.stem, r.title, flagged.people, flagged.last_at, flagged.reasons,
       flagged.is_open AS "isOpen", flagged.is_owners AS "isOwners"
     FROM (
       SELECT version_id, bool_or(is_open) AS is_open, bool_or(is_owners) AS is_owners, max(created_at) AS last_at,
         count(DISTINCT person_id)::int AS people,
         ARRAY(SELECT o.reason FROM flag o WHERE o.id = ANY(array_agg(seen.id)) AND o.reason <> ''
           GROUP BY o.reason ORDER BY count(*) DESC, max(o.created_at) DESC LIMIT 3) AS reasons
       FROM (${seenFlags()}) seen GROUP BY version_id
     ) flagged
     JOIN question_version v ON v.id = flagged.version_id JOIN revision r ON r.id = v.revision_id
     ORDER BY flagged.is_open DESC, flagged.people DESC, flagged.last_at DESC, v.id LIMIT ${MOST}`,
    seenBy(viewer),
  )
  return rows.map(({ last_at, ...row }) => ({ ...row, lastAt: last_at.toISOString() }))
}

/** How many questions wait for a decision of the viewer's. */
export async function countOpenFlags(viewer: Viewer): Promise<number> {
  const { rows } = await pool().query<{ open: number }>(
    `SELECT count(DISTINCT version_id)::int AS open FROM (${seenFlags()}) seen WHERE is_open`,
    seenBy(viewer),
  )
  return rows[0]?.open ?? 0
}
