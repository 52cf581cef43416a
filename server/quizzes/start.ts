import { MAY_READ } from '../articles/may-read.ts'
import type { Mode, StartView } from '../attempts/view.ts'
import { pool } from '../db.ts'
import type { Viewer } from '../viewer.ts'
import { minutesFor } from './minutes.ts'
import { getSet, type QuizSet } from './sets.ts'

/** What stands before the quiz of an article; null when the viewer may read no such article, or it has no questions. */
export async function getStart(viewer: Viewer, slug: string): Promise<StartView | null> {
  const { rows } = await pool().query<{ id: string; revision: number; at: Date }>(
    `SELECT s.id, r.number AS revision, r.created_at AS at
     FROM quiz_set s JOIN article a ON a.id = s.article_id JOIN revision r ON r.id = s.revision_id
     WHERE a.slug = $1 AND ${MAY_READ('a.owner_id', '$2')} ORDER BY s.number DESC LIMIT 1`,
    [slug, viewer.personId],
  )
  const [row] = rows
  const set = row && (await getSet(row.id))
  if (!set || set.versions.length === 0) return null
  const corrected = row.revision > 1 ? { revision: row.revision, at: row.at.toISOString() } : null
  return { slug, title: set.title, date: set.date, corrected, ...(await describeStart(viewer, set)) }
}

/** What stands before any set: how much it asks, of which kinds, and what the viewer left open in it. */
export async function describeStart(
  viewer: Viewer,
  set: QuizSet,
): Promise<Pick<StartView, 'set' | 'count' | 'minutes' | 'kinds' | 'open'>> {
  const count = set.versions.length
  return {
    set: set.id,
    count,
    minutes: minutesFor(count),
    kinds: [...new Set(set.versions.map(({ question }) => question.kind))],
    open: await getOpen(viewer, set.id),
  }
}

/** The viewer's own attempt of a set that has not been handed in. */
async function getOpen(viewer: Viewer, set: string): Promise<StartView['open']> {
  if (viewer.personId === null) return null
  const { rows } = await pool().query<{ attempt: string; mode: Mode; answered: number }>(
    `SELECT a.id AS attempt, a.mode,
       (SELECT count(DISTINCT position)::int FROM response WHERE attempt_id = a.id) AS answered
     FROM attempt a WHERE a.person_id = $1 AND a.set_id = $2 AND a.submitted_at IS NULL
     ORDER BY a.started_at DESC LIMIT 1`,
    [viewer.personId, set],
  )
  return rows[0] ?? null
}
