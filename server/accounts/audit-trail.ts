import { z } from 'zod'
import { pool } from '../db.ts'
import { id } from '../fields.ts'
import type { Viewer } from '../viewer.ts'
import { AUDITED, type AuditedDeed } from './audit.ts'
import { folded } from './folded.ts'
import type { AuditView } from './view.ts'

/** Lines on a page of the trail. */
export const AUDIT_PAGE = 100

/** What is looked for; what an address says otherwise counts as not said. */
export const auditSearchSchema = z.object({
  /** The line that the page before ended with. */
  before: id.optional().catch(undefined),
  deed: z
    .enum(Object.keys(AUDITED) as [AuditedDeed, ...AuditedDeed[]])
    .optional()
    .catch(undefined),
  /** Part of a name or address, of who did it or to whom. */
  person: z.string().trim().max(200).catch(''),
  /** The first and the last day, in UTC. */
  from: z.iso.date().optional().catch(undefined),
  to: z.iso.date().optional().catch(undefined),
})
export type AuditSearch = z.output<typeof auditSearchSchema>

/** The deeds that can be looked for, each with its words. */
export const AUDITED_DEEDS = Object.entries(AUDITED)

interface AuditRow {
  id: string
  at: Date
  deed: AuditedDeed
  details: AuditView['details']
  actor: string | null
  subject: string | null
}

/** SQL: whether a person has $3 in their name or address. */
const IS_MEANT = (person: string): string =>
  `${person} IN (SELECT person_id FROM account WHERE strpos(lower(name), $3) > 0 OR strpos(mail_key, $3) > 0)`

/** The newest lines of the trail that are looked for, before the one with the id `before`; at most `AUDIT_PAGE`. */
export async function listAudit(
  _: Viewer,
  { before, deed, person = '', from, to }: Partial<AuditSearch> = {},
): Promise<AuditView[]> {
  const { rows } = await pool().query<AuditRow>(
    `SELECT e.id, e.at, e.deed, e.details, actor.name AS actor, subject.name AS subject
     FROM audit_entry e
     LEFT JOIN account actor ON actor.person_id = e.actor_id
     LEFT JOIN account subject ON subject.person_id = e.subject_id
     WHERE ($1::uuid IS NULL OR (e.at, e.id) < (SELECT at, id FROM audit_entry WHERE id = $1))
       AND ($2::text IS NULL OR e.deed = $2)
       AND ($3 = '' OR ${IS_MEANT('e.actor_id')} OR ${IS_MEANT('e.subject_id')})
       AND ($4::date IS NULL OR e.at >= $4::date::timestamp AT TIME ZONE 'UTC')
       AND ($5::date IS NULL OR e.at < ($5::date + 1)::timestamp AT TIME ZONE 'UTC')
     ORDER BY e.at DESC, e.id DESC LIMIT ${AUDIT_PAGE}`,
    [before ?? null, deed ?? null, folded(person), from ?? null, to ?? null],
  )
  return rows.map(({ at, deed, ...row }) => ({ ...row, at: at.toISOString(), words: AUDITED[deed] ?? deed }))
}
