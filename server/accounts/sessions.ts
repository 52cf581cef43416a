import type pg from 'pg'
import type { Role } from '../access.ts'
import { pool, prepared, transaction } from '../db.ts'
import { createKept } from '../kept.ts'
import { notify } from '../notices/notify.ts'
import type { Viewer } from '../viewer.ts'
import { type Audited, writeAudit } from './audit.ts'
import { isNewBrowser, rememberDevice } from './devices.ts'
import { logSignIn } from './note-sign-in.ts'
import type { SessionView } from './view.ts'

/** Whose a session is, and what they may be. */
export interface SessionOwner {
  readonly personId: string
  readonly role: Role
  /** Whether they have come by another service and not said yet how old they are. */
  readonly owesAge: boolean
}

const HOUR = 3600
const DAY = 24 * HOUR

/** After how many seconds a session ends: without a request, and in any case. Who may do more signs in more often. */
const LIMITS: { readonly [R in Role]: { readonly idle: number; readonly absolute: number } } = {
  guest: { idle: 0, absolute: 0 },
  learner: { idle: 30 * DAY, absolute: 90 * DAY },
  teacher: { idle: 3 * DAY, absolute: 30 * DAY },
  admin: { idle: 12 * HOUR, absolute: 7 * DAY },
}

/** The longest any session lasts, in seconds: what the cookie is made for. */
export const LONGEST_SESSION = Math.max(...Object.values(LIMITS).map(({ absolute }) => absolute))

/** How old `seen_at` may grow before a request brings it up to date. */
const SEEN_EVERY = '5 minutes'

/** How a sign-in came about: by which method, from what browser, and which guest that browser was. */
export interface SignIn {
  readonly method: string
  readonly agent: string
  readonly guest: string | null
  /** The cookie value of the browser that will be known from now on. */
  readonly device: string
  /** The session this browser had until now, which ends. */
  readonly replaces: string | null
}

/**
 * Opens a session for the owner of an account and makes theirs what the browser's guest did. Gives its id, a UUID of
 * 122 random bits; null where there is no such account, or it is suspended.
 */
export async function openSession(
  personId: string,
  { method, agent, guest, device, replaces }: SignIn,
): Promise<string | null> {
  const session = await transaction(async (client) => {
    const { rows: owners } = await client.query<{ role: Role }>(
      `SELECT p.role FROM person p JOIN account a ON a.person_id = p.id
       WHERE p.id = $1 AND a.suspended_at IS NULL FOR SHARE OF a`,
      [personId],
    )
    const role = owners[0]?.role
    if (role === undefined) return null
    const { idle, absolute } = LIMITS[role]
    await client.query(END, [replaces])
    const { rows } = await client.query<{ id: string }>(
      `INSERT INTO session (id, person_id, method, agent, idle_seconds, expires_at)
       VALUES (gen_random_uuid(), $1, $2, $3, $4, clock_timestamp() + $5 * interval '1 second') RETURNING id`,
      [personId, method, agent, idle, absolute],
    )
    const id = rows[0]?.id ?? null
    if (guest !== null) await client.query('SELECT claim_guest($1, $2)', [guest, personId])
    if (await isNewBrowser(client, personId, device))
      await notify(client, [personId], { kind: 'new-browser', data: { agent } })
    await rememberDevice(client, personId, device)
    await writeAudit(client, { actor: personId, deed: 'sign-in', subject: personId, details: { method } })
    return id
  })
  if (session !== null) logSignIn(personId, method)
  return session
}

const END = 'UPDATE session SET ended_at = clock_timestamp() WHERE id = $1 AND ended_at IS NULL'

/** Sessions never change hands; whether one still lives is asked of the store each time. */
const owners = createKept<SessionOwner>(10_000)

interface OwnerRow {
  person_id: string
  role: Role
  is_stale: boolean
  owes_age: boolean
}

/** Who speaks through a session; null when it has ended, is past its limits, or its owner is suspended or gone. */
export async function findSession(id: string): Promise<SessionOwner | null> {
  const { rows } = await pool().query<OwnerRow>(
    prepared(
      'find_session',
      `SELECT person_id, role, seen_at < clock_timestamp() - interval '${SEEN_EVERY}' AS is_stale,
         (SELECT age_band = 'unsaid' FROM account WHERE account.person_id = live_session.person_id) AS owes_age
       FROM live_session WHERE id = $1`,
      [id],
    ),
  )
  const row = rows[0]
  if (!row) return null
  if (row.is_stale) await pool().query('UPDATE session SET seen_at = clock_timestamp() WHERE id = $1', [id])
  const owner = { personId: row.person_id, role: row.role, owesAge: row.owes_age }
  owners.set(id, owner)
  return owner
}

/** Whose a session is or was, from memory where it is known; `role` may be out of date, and the session over. */
export const ownerOf = async (id: string): Promise<SessionOwner | null> =>
  owners.get(id) ?? (await findSession(id))

/** The viewer's sessions that live, the newest first. */
export async function listSessions({ personId, sessionId }: Viewer): Promise<SessionView[]> {
  if (personId === null) return []
  const { rows } = await pool().query<{ id: string; agent: string; started_at: Date; seen_at: Date }>(
    `SELECT s.id, s.agent, s.started_at, s.seen_at FROM live_session live JOIN session s ON s.id = live.id
     WHERE live.person_id = $1 ORDER BY s.seen_at DESC, s.id`,
    [personId],
  )
  return rows.map(({ id, agent, started_at, seen_at }) => ({
    id,
    agent,
    startedAt: started_at.toISOString(),
    seenAt: seen_at.toISOString(),
    isThisOne: id === sessionId,
  }))
}

/** Ends one session of a person; false where they have no such session. From then on its cookie is dead on every node. */
export async function endSession(personId: string, id: string): Promise<boolean> {
  const { rowCount } = await pool().query(`${END} AND person_id = $2`, [id, personId])
  return rowCount === 1
}

/** Ends all sessions of a person but the one that is named, and says how many; `because` goes into the audit trail. */
export async function endSessions(
  client: pg.PoolClient,
  personId: string,
  { except = null, because }: { readonly except?: string | null; readonly because: Audited },
): Promise<number> {
  const { rowCount } = await client.query(
    `UPDATE session SET ended_at = clock_timestamp()
     WHERE person_id = $1 AND ended_at IS NULL AND id IS DISTINCT FROM $2`,
    [personId, except],
  )
  const ended = rowCount ?? 0
  await writeAudit(client, { ...because, details: { ...because.details, sessionsEnded: ended } })
  return ended
}
