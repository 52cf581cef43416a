import { pool } from '../db.ts'
import type { Viewer } from '../viewer.ts'
import { AUDITED, type AuditedDeed } from './audit.ts'
import type { AuditView } from './view.ts'

/** Lines on a page of the trail. */
export const AUDIT_PAGE = 100

interface AuditRow {
  id: string
  at: Date
  deed: AuditedDeed
  details: AuditView['details']
  actor: string | null
  subject: string | null
}

/** The newest lines of the trail before the one with the id `before`, or the newest of all; at most `AUDIT_PAGE`. */
export async function listAudit(_: Viewer, before: string | null): Promise<AuditView[]> {
  const { rows } = await pool().query<AuditRow>(
    `SELECT e.id, e.at, e.deed, e.details, actor.name AS actor, subject.name AS subject
     FROM audit_entry e
     LEFT JOIN account actor ON actor.person_id = e.actor_id
     LEFT JOIN account subject ON subject.person_id = e.subject_id
     WHERE $1::uuid IS NULL OR (e.at, e.id) < (SELECT at, id FROM audit_entry WHERE id = $1)
     ORDER BY e.at DESC, e.id DESC LIMIT ${AUDIT_PAGE}`,
    [before],
  )
  return rows.map(({ at, deed, ...row }) => ({ ...row, at: at.toISOString(), words: AUDITED[deed] ?? deed }))
}
