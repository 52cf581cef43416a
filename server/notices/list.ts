import type pg from 'pg'
import { z } from 'zod'
import { pool } from '../db.ts'
import { id } from '../fields.ts'
import type { Outcome } from '../outcome.ts'
import type { Viewer } from '../viewer.ts'
import { type NoticeWords, SUBJECTS, sayNotice } from './kinds.ts'
import type { NoticeGroup, UnreadReply } from './view.ts'

/** For so long a notice is kept. */
export const KEPT = '90 days'

/** More than anybody reads. */
const MOST = 200

interface NoticeRow {
  id: string
  person_id: string
  kind: string
  data: unknown
  created_at: Date
  read_at: Date | null
}

const NOTICE = 'SELECT id, person_id, kind, data, created_at, read_at FROM notice'

/** The viewer's notices by what they are about, the newest first in each. */
export async function listNotices({ personId }: Viewer): Promise<NoticeGroup[]> {
  if (personId === null) return []
  const { rows } = await pool().query<NoticeRow>(
    `${NOTICE} WHERE person_id = $1 AND created_at > clock_timestamp() - interval '${KEPT}'
     ORDER BY created_at DESC, id DESC LIMIT ${MOST}`,
    [personId],
  )
  const told = rows.flatMap(({ id, kind, data, created_at, read_at }) => {
    const words = sayNotice(kind, data)
    return words === null ? [] : [{ id, at: created_at.toISOString(), isRead: read_at !== null, words }]
  })
  return Object.entries(SUBJECTS).flatMap(([subject, title]) => {
    const notices = told
      .filter(({ words }) => words.about === subject)
      .map(({ words: { title, text, href }, ...notice }) => ({ ...notice, title, text, href }))
    return notices.length === 0 ? [] : [{ title, notices }]
  })
}

/** How many of the viewer's notices are unread. */
export async function countUnread({ personId }: Viewer): Promise<Outcome<UnreadReply>> {
  if (personId === null) return { done: { unread: 0 } }
  const { rows } = await pool().query<{ unread: number }>(
    `SELECT count(*)::int AS unread FROM notice
     WHERE person_id = $1 AND read_at IS NULL AND created_at > clock_timestamp() - interval '${KEPT}'`,
    [personId],
  )
  return { done: { unread: rows[0]?.unread ?? 0 } }
}

export const readSchema = z.strictObject({
  /** One notice; all of them where none is named. */
  notice: id.optional(),
})

/** Notes that the viewer has read a notice, or all of them. */
export async function markRead(
  { personId }: Viewer,
  { notice }: z.output<typeof readSchema>,
): Promise<Outcome<{ readonly read: true }>> {
  if (personId === null) return { refused: 'not-found' }
  await pool().query(
    `UPDATE notice SET read_at = clock_timestamp()
     WHERE person_id = $1 AND read_at IS NULL AND ($2::uuid IS NULL OR id = $2)`,
    [personId, notice ?? null],
  )
  return { done: { read: true } }
}

/** A notice for the one who writes letters. */
interface Posted extends NoticeWords {
  readonly personId: string
  readonly isRead: boolean
  readonly isUrgent: boolean
}

/** One notice, whosever it is; null where there is none any more, or none that can be said. */
export async function getNotice(client: pg.PoolClient, noticeId: string): Promise<Posted | null> {
  const { rows } = await client.query<NoticeRow>(`${NOTICE} WHERE id = $1`, [noticeId])
  const row = rows[0]
  const words = row ? sayNotice(row.kind, row.data) : null
  return row && words ? { ...words, personId: row.person_id, isRead: row.read_at !== null } : null
}
