import { z } from 'zod'
import { writeAudit } from '../accounts/audit.ts'
import { pool, transaction } from '../db.ts'
import type { Outcome } from '../outcome.ts'
import type { Viewer } from '../viewer.ts'
import { eraseLater, eraseUnknown } from './erase.ts'
import type { GoingView, KeepingView } from './keeping-view.ts'

const days = (least: number) => z.int().min(least).max(3_650)
const limits = {
  guestDays: days(30),
  sessionDays: days(30),
  auditDays: days(180),
  unusedDays: days(180),
}
export const keepingSchema = z.strictObject({ isOn: z.boolean(), ...limits })
export const previewSchema = z.strictObject(limits)
type Limits = z.output<typeof previewSchema>

/** Accounts and guests that go in one run; the next run goes on. */
const AT_ONCE = 500

/** SQL: guests who have done nothing for $1 days. A person who became a member is none. */
const GUESTS = `SELECT p.id FROM person p
  WHERE p.role = 'guest' AND p.erased_at IS NULL AND p.claimed_by IS NULL
    AND p.created_at < clock_timestamp() - make_interval(days => $1)
    AND NOT EXISTS (SELECT FROM account a WHERE a.person_id = p.id)
    AND NOT EXISTS (SELECT FROM attempt t WHERE t.person_id = p.id AND (
      t.started_at >= clock_timestamp() - make_interval(days => $1)
      OR EXISTS (SELECT FROM response r WHERE r.attempt_id = t.id
                 AND r.saved_at >= clock_timestamp() - make_interval(days => $1))))`

/** SQL: accounts of learners whose address nobody has confirmed, that belong to no class and that nobody has used for $1 days. */
const UNUSED = `SELECT a.person_id AS id FROM account a JOIN person p ON p.id = a.person_id
  WHERE p.role = 'learner' AND a.mail_verified_at IS NULL AND a.erase_at IS NULL
    AND a.created_at < clock_timestamp() - make_interval(days => $1)
    AND NOT EXISTS (SELECT FROM session s WHERE s.person_id = p.id
                    AND s.seen_at >= clock_timestamp() - make_interval(days => $1))
    AND NOT EXISTS (SELECT FROM enrolment e WHERE e.person_id = p.id AND e.left_at IS NULL)
    AND NOT EXISTS (SELECT FROM identity i WHERE i.person_id = p.id)`

/** What is simply deleted, each by the days it stays as $1. */
const OLD = {
  sessions: [
    'session',
    'least(coalesce(ended_at, expires_at), expires_at) < clock_timestamp() - make_interval(days => $1)',
  ],
  codes: ['code', 'least(used_at, expires_at) < clock_timestamp() - make_interval(days => $1)'],
  // Somebody's browser that has not been seen for longer than any session lasts.
  devices: ['device', 'seen_at < clock_timestamp() - make_interval(days => $1 + 90)'],
  trail: ['audit_entry', 'at < clock_timestamp() - make_interval(days => $1)'],
} as const
type Old = keyof typeof OLD

const daysOf = (old: Old, { sessionDays, auditDays }: Limits): number =>
  old === 'trail' ? auditDays : sessionDays

/** How long things are kept, as the school has said. */
export async function getKeeping(): Promise<KeepingView> {
  const { rows } = await pool().query<KeepingView>(
    `SELECT is_on AS "isOn", guest_days AS "guestDays", session_days AS "sessionDays", audit_days AS "auditDays",
       unused_days AS "unusedDays" FROM keeping`,
  )
  if (!rows[0]) throw new Error('how long things are kept is missing from the store')
  return rows[0]
}

/** What would go if these limits held now. It changes nothing. */
export async function previewGoing(_viewer: Viewer, limits: Limits): Promise<Outcome<GoingView>> {
  const count = async (sql: string, most: number) =>
    (await pool().query<{ count: number }>(`SELECT count(*)::int AS count FROM (${sql}) going`, [most]))
      .rows[0]?.count ?? 0
  const old = (name: Old) => count(`SELECT FROM ${OLD[name][0]} WHERE ${OLD[name][1]}`, daysOf(name, limits))
  return {
    done: {
      guests: await count(GUESTS, limits.guestDays),
      unused: await count(UNUSED, limits.unusedDays),
      sessions: (await old('sessions')) + (await old('codes')) + (await old('devices')),
      trail: await old('trail'),
    },
  }
}

/** Says how long things are kept, and whether anything goes at all. */
export async function updateKeeping(
  { personId }: Viewer,
  { isOn, guestDays, sessionDays, auditDays, unusedDays }: z.output<typeof keepingSchema>,
): Promise<Outcome<KeepingView>> {
  const view = { isOn, guestDays, sessionDays, auditDays, unusedDays }
  await transaction(async (client) => {
    await client.query(
      'UPDATE keeping SET is_on = $1, guest_days = $2, session_days = $3, audit_days = $4, unused_days = $5',
      Object.values(view),
    )
    await writeAudit(client, { actor: personId, deed: 'change-keeping', subject: null, details: view })
  })
  return { done: view }
}

/** Lets go what has been kept long enough; nothing where the school has not switched that on. Accounts get the usual seven days. */
export async function letGo(): Promise<GoingView | null> {
  const keeping = await getKeeping()
  if (!keeping.isOn) return null
  const gone = async (name: Old) =>
    (await pool().query(`DELETE FROM ${OLD[name][0]} WHERE ${OLD[name][1]}`, [daysOf(name, keeping)]))
      .rowCount ?? 0
  const sessions = (await gone('sessions')) + (await gone('codes')) + (await gone('devices'))
  const trail = await gone('trail')
  const idsOf = async (sql: string, most: number) =>
    (await pool().query<{ id: string }>(`${sql} LIMIT ${AT_ONCE}`, [most])).rows.map(({ id }) => id)
  const unused = await idsOf(UNUSED, keeping.unusedDays)
  for (const id of unused)
    await transaction((client) => eraseLater(client, id, { actor: null, details: { unused: true } }))
  const guests = await idsOf(GUESTS, keeping.guestDays)
  for (const id of guests) await eraseUnknown(id)
  return { guests: guests.length, unused: unused.length, sessions, trail }
}
