import type pg from 'pg'
import { z } from 'zod'
import type { Role } from '../access.ts'
import { pool, transaction } from '../db.ts'
import { id } from '../fields.ts'
import { notify } from '../notices/notify.ts'
import { siteAddress } from '../origin.ts'
import type { Outcome } from '../outcome.ts'
import type { Viewer } from '../viewer.ts'
import { hasAnotherAdmin, holdAdmins } from './admins.ts'
import { writeAudit } from './audit.ts'
import { createCode, spendCodes } from './codes.ts'
import { folded } from './folded.ts'
import { endSessions } from './sessions.ts'
import { invitationSchema } from './sign-up.ts'
import type { LinkReply, PersonView } from './view.ts'

const PAGE = 50

interface PersonRow {
  id: string
  name: string
  mail: string | null
  role: Role
  is_suspended: boolean
  created_at: Date
  seen_at: Date | null
}

/** People with accounts, newest first, fifty a page: those whose name or address holds `search`, after the person `after`. */
export async function listPeople(
  _: Viewer,
  { search = '', after = null }: { readonly search?: string; readonly after?: string | null },
): Promise<{ readonly people: readonly PersonView[]; readonly isMore: boolean }> {
  const { rows } = await pool().query<PersonRow>(
    `SELECT p.id, a.name, a.mail, p.role, a.suspended_at IS NOT NULL AS is_suspended, a.created_at,
       (SELECT max(seen_at) FROM session WHERE person_id = p.id) AS seen_at
     FROM account a JOIN person p ON p.id = a.person_id
     WHERE ($1 = '' OR strpos(lower(a.name), $1) > 0 OR strpos(a.mail_key, $1) > 0)
       AND ($2::uuid IS NULL OR (a.created_at, a.person_id) < (SELECT created_at, person_id FROM account WHERE person_id = $2))
     ORDER BY a.created_at DESC, a.person_id DESC LIMIT ${PAGE + 1}`,
    [folded(search), after],
  )
  return {
    people: rows.slice(0, PAGE).map(({ id, name, mail, role, is_suspended, created_at, seen_at }) => ({
      id,
      name,
      mail,
      role,
      isSuspended: is_suspended,
      createdAt: created_at.toISOString(),
      seenAt: seen_at?.toISOString() ?? null,
    })),
    isMore: rows.length > PAGE,
  }
}

export const personSchema = z.strictObject({ person: id })
type Person = z.output<typeof personSchema>

export const roleSchema = z.strictObject({ person: id, role: invitationSchema.shape.role })

/** Makes somebody a learner, a teacher or an admin. Their sessions end: the next one has the limits of the new role. */
export async function changeRole(
  viewer: Viewer,
  { person: personId, role }: z.output<typeof roleSchema>,
): Promise<Outcome<{ readonly role: Role }>> {
  return transaction<Outcome<{ readonly role: Role }>>(async (client) => {
    await holdAdmins(client)
    const before = await lockMember(client, personId)
    if (before === null) return { refused: 'not-found' }
    if (before === role) return { done: { role } }
    if (before === 'admin' && !(await hasAnotherAdmin(client, personId))) return { refused: 'last-admin' }
    await client.query('UPDATE person SET role = $2 WHERE id = $1', [personId, role])
    const because = {
      actor: viewer.personId,
      deed: 'change-role',
      subject: personId,
      details: { from: before, to: role },
    } as const
    await endSessions(client, personId, { because })
    await notify(client, [personId], { kind: 'role-changed', data: { role } })
    return { done: { role } }
  })
}

export const suspensionSchema = z.strictObject({ person: id, isSuspended: z.boolean() })

/** Keeps somebody out, or lets them in again. Their sessions end at once; what they did stays. */
export async function suspend(
  viewer: Viewer,
  { person: personId, isSuspended }: z.output<typeof suspensionSchema>,
): Promise<Outcome<{ readonly isSuspended: boolean }>> {
  return transaction<Outcome<{ readonly isSuspended: boolean }>>(async (client) => {
    await holdAdmins(client)
    const role = await lockMember(client, personId)
    if (role === null) return { refused: 'not-found' }
    if (isSuspended && role === 'admin' && !(await hasAnotherAdmin(client, personId)))
      return { refused: 'last-admin' }
    await client.query(
      'UPDATE account SET suspended_at = CASE WHEN $2 THEN clock_timestamp() END WHERE person_id = $1',
      [personId, isSuspended],
    )
    const deed = isSuspended ? 'suspend' : 'lift-suspension'
    const because = { actor: viewer.personId, deed, subject: personId } as const
    if (isSuspended) await endSessions(client, personId, { because })
    else await writeAudit(client, because)
    return { done: { isSuspended } }
  })
}

/** Ends all sessions of somebody, on every node. */
export async function endSessionsOf(
  viewer: Viewer,
  { person: personId }: Person,
): Promise<Outcome<{ readonly ended: number }>> {
  return transaction<Outcome<{ readonly ended: number }>>(async (client) => {
    if ((await lockMember(client, personId)) === null) return { refused: 'not-found' }
    const because = { actor: viewer.personId, deed: 'end-sessions', subject: personId } as const
    await notify(client, [personId], { kind: 'sessions-ended', data: {} })
    return { done: { ended: await endSessions(client, personId, { because }) } }
  })
}

/** A link by which somebody sets a new password, to be handed to them: it holds for an hour, once, and is the only one. */
export async function makeResetLink(
  viewer: Viewer,
  { person: personId }: Person,
  asked: Headers,
): Promise<Outcome<LinkReply>> {
  return transaction<Outcome<LinkReply>>(async (client) => {
    if ((await lockMember(client, personId)) === null) return { refused: 'not-found' }
    await spendCodes(client, personId, 'reset-password')
    const code = await createCode(client, 'reset-password', personId)
    await writeAudit(client, { actor: viewer.personId, deed: 'make-reset-link', subject: personId })
    return { done: { link: `${siteAddress(asked)}/new-password#${code}` } }
  })
}

/** A member's role, their row held to the end; null where there is no such member. */
async function lockMember(client: pg.PoolClient, personId: string): Promise<Role | null> {
  const { rows } = await client.query<{ role: Role }>(
    `SELECT p.role FROM person p JOIN account a ON a.person_id = p.id WHERE p.id = $1 FOR UPDATE OF p, a`,
    [personId],
  )
  return rows[0]?.role ?? null
}
