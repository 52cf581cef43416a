import type pg from 'pg'
import { hasAnotherAdmin, holdAdmins } from '../accounts/admins.ts'
import { type Audited, writeAudit } from '../accounts/audit.ts'
import { asOwner, type Owner } from '../accounts/confirm-owner.ts'
import { endSessions } from '../accounts/sessions.ts'
import { pool, transaction } from '../db.ts'
import { notify } from '../notices/notify.ts'
import type { Outcome } from '../outcome.ts'
import type { Viewer } from '../viewer.ts'
import { eraseTyped } from './erase-answers.ts'
import { listErased, noteErased } from './erased-list.ts'

/** Days in which somebody may think again. */
export const COOLING_OFF = 7

type Asked = Outcome<{ readonly eraseAt: string }>

/** Has the viewer's account erased in seven days. Their other sessions end; until then they may take it back. */
export async function askToErase(viewer: Viewer, { password }: Owner): Promise<Asked> {
  return asOwner(viewer, password, (personId) => setErasing(viewer, personId))
}

const setErasing = ({ sessionId, role }: Viewer, personId: string): Promise<Asked> =>
  transaction<Asked>(async (client) => {
    await holdAdmins(client)
    if (role === 'admin' && !(await hasAnotherAdmin(client, personId))) return { refused: 'last-admin' }
    const eraseAt = await eraseLater(client, personId, { actor: personId }, sessionId)
    return eraseAt === null ? { refused: 'not-found' } : { done: { eraseAt } }
  })

/** On whose word something is done, and what else the trail says of it. */
type Because = Pick<Audited, 'actor' | 'details'>

/** Has an account erased in seven days, or when that was asked for before; tells its owner, and ends their sessions but `except`. Null where there is no such account. */
export async function eraseLater(
  client: pg.PoolClient,
  personId: string,
  because: Because,
  except: string | null = null,
): Promise<string | null> {
  const { rows } = await client.query<{ erase_at: Date }>(
    `UPDATE account SET erase_at = coalesce(erase_at, clock_timestamp() + interval '${COOLING_OFF} days')
     WHERE person_id = $1 RETURNING erase_at`,
    [personId],
  )
  const eraseAt = rows[0]?.erase_at.toISOString()
  if (eraseAt === undefined) return null
  await notify(client, [personId], { kind: 'erasing-asked', cause: `erase ${eraseAt}`, data: { eraseAt } })
  const audited = { ...because, deed: 'ask-to-erase', subject: personId } as const
  await endSessions(client, personId, { except, because: audited })
  return eraseAt
}

/** Has it not erased after all; false where there is no such account. */
export async function eraseNever(
  client: pg.PoolClient,
  personId: string,
  because: Because,
): Promise<boolean> {
  const { rowCount } = await client.query('UPDATE account SET erase_at = NULL WHERE person_id = $1', [
    personId,
  ])
  if (rowCount === 0) return false
  await writeAudit(client, { ...because, deed: 'keep-account', subject: personId })
  return true
}

/** Takes it back. */
export async function keepAccount({ personId }: Viewer): Promise<Outcome<{ readonly kept: true }>> {
  return transaction<Outcome<{ readonly kept: true }>>(async (client) => {
    const isKept = personId !== null && (await eraseNever(client, personId, { actor: personId }))
    return isKept ? { done: { kept: true } } : { refused: 'not-found' }
  })
}

/** What goes with a person; each a statement by person. What they answered stays, by nobody; what they typed does not. */
const ERASED = [
  `DELETE FROM late_response l USING attempt a WHERE a.id = l.attempt_id AND a.person_id = $1`,
  `DELETE FROM review WHERE person_id = $1`,
  `DELETE FROM memory WHERE person_id = $1`,
  `DELETE FROM learning WHERE person_id = $1`,
  `DELETE FROM notice WHERE person_id = $1`,
  `DELETE FROM mail_wish WHERE person_id = $1`,
  `DELETE FROM ability WHERE person_id = $1`,
  `DELETE FROM question_tag WHERE owner_id = $1`,
  `DELETE FROM feed WHERE owner_id = $1`,
  `DELETE FROM import WHERE owner_id = $1`,
  `DELETE FROM desk_teacher WHERE person_id = $1`,
  `UPDATE draft_step SET overruling = '' WHERE person_id = $1 AND overruling IS NOT NULL`,
  `UPDATE teacher_set SET title = '', share_code = NULL, archived_at = coalesce(archived_at, clock_timestamp())
   WHERE owner_id = $1`,
  `UPDATE enrolment SET left_at = coalesce(left_at, clock_timestamp()), sort_name = '' WHERE person_id = $1`,
  // The grade itself stays, for the school that has given it; what was said about the person goes.
  `UPDATE grade SET comment = NULL, reason = CASE WHEN own IS NOT NULL THEN '' END WHERE person_id = $1`,
  `UPDATE flag SET reason = '' WHERE person_id = $1`,
  `DELETE FROM code WHERE person_id = $1`,
  `DELETE FROM device WHERE person_id = $1`,
  `DELETE FROM session WHERE person_id = $1`,
  `DELETE FROM identity WHERE person_id = $1`,
  `DELETE FROM account WHERE person_id = $1`,
  `UPDATE person SET erased_at = clock_timestamp() WHERE id = $1`,
  // Of somebody who has been erased, and of nobody else, a quiz set may lose its name.
  `UPDATE quiz_set SET settings = settings - 'title'
   WHERE teacher_set_id IN (SELECT id FROM teacher_set WHERE owner_id = $1)`,
]

/** Erases a person within a transaction. They are on the list before it ends: nobody is erased and not on it. */
async function erase(client: pg.PoolClient, personId: string): Promise<void> {
  for (const statement of ERASED) await client.query(statement, [personId])
  await eraseTyped(client, personId)
  await writeAudit(client, { actor: null, deed: 'erase', subject: personId })
  await noteErased(personId)
}

/** Erases a guest: what they did stays, by nobody. */
export const eraseUnknown = (personId: string): Promise<void> =>
  transaction((client) => erase(client, personId))

/**
 * Erases again whoever is on the list and yet in the database, as after a restore from before their erasure, and says how
 * many. Where all have been erased it changes nothing.
 */
export async function eraseAgain(): Promise<number> {
  const listed = await listErased()
  const { rows } = await pool().query<{ id: string }>(
    'SELECT id FROM person WHERE id = ANY($1::uuid[]) AND erased_at IS NULL ORDER BY id',
    [listed],
  )
  let count = 0
  for (const { id } of rows)
    await transaction(async (client) => {
      const { rowCount } = await client.query(
        'SELECT FROM person WHERE id = $1 AND erased_at IS NULL FOR UPDATE',
        [id],
      )
      if (rowCount === 0) return
      await erase(client, id)
      count++
    })
  return count
}

/** Erases the accounts whose time has come, each in a transaction of its own, and says how many. Any number of nodes may call it at once. */
export async function eraseDue(): Promise<number> {
  for (let erased = 0; ; erased++) {
    const isDone = await transaction(async (client) => {
      const { rows } = await client.query<{ person_id: string }>(
        `SELECT person_id FROM account WHERE erase_at <= clock_timestamp()
         ORDER BY erase_at LIMIT 1 FOR UPDATE SKIP LOCKED`,
      )
      const row = rows[0]
      if (!row) return true
      await erase(client, row.person_id)
      return false
    })
    if (isDone) return erased
  }
}

/** When the viewer's account is to be erased; null where nobody has asked for it. */
export async function getErasure({ personId }: Viewer): Promise<string | null> {
  const { rows } = await pool().query<{ erase_at: Date | null }>(
    'SELECT erase_at FROM account WHERE person_id = $1',
    [personId],
  )
  return rows[0]?.erase_at?.toISOString() ?? null
}
