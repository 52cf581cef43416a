import { z } from 'zod'
import type { Role } from '../access.ts'
import { pool, transaction } from '../db.ts'
import { id } from '../fields.ts'
import { wantLetter } from '../mail/want-letter.ts'
import { notify } from '../notices/notify.ts'
import type { Outcome } from '../outcome.ts'
import type { Viewer } from '../viewer.ts'
import { writeAudit } from './audit.ts'
import { asOwner, ownerSchema } from './confirm-owner.ts'
import { isUniqueViolation } from './create.ts'
import { mailField, nameField } from './fields.ts'
import { folded } from './folded.ts'
import { nameOfService } from './providers.ts'
import { endSession, endSessions } from './sessions.ts'
import { noSession } from './token.ts'
import type { AccountView } from './view.ts'

interface AccountRow {
  name: string
  role: Role
  mail: string | null
  is_mail_verified: boolean
  has_password: boolean
  has_totp: boolean
  providers: string[]
}

/** The viewer's own account; null for a guest. */
export async function getAccount({ personId }: Viewer): Promise<AccountView | null> {
  if (personId === null) return null
  const { rows } = await pool().query<AccountRow>(
    `SELECT a.name, p.role, a.mail, a.mail_verified_at IS NOT NULL AS is_mail_verified,
       a.password_hash IS NOT NULL AS has_password, a.totp IS NOT NULL AS has_totp,
       ARRAY(SELECT DISTINCT provider FROM identity WHERE person_id = p.id ORDER BY provider) AS providers
     FROM account a JOIN person p ON p.id = a.person_id WHERE a.person_id = $1`,
    [personId],
  )
  const row = rows[0]
  if (!row) return null
  return {
    name: row.name,
    role: row.role,
    mail: row.mail,
    isMailVerified: row.is_mail_verified,
    hasPassword: row.has_password,
    hasTotp: row.has_totp,
    services: row.providers.map((id) => ({ id, name: nameOfService(id) })),
  }
}

export const nameSchema = z.strictObject({ name: nameField })

/** Changes what others read of the viewer. */
export async function updateName(
  { personId }: Viewer,
  { name }: z.output<typeof nameSchema>,
): Promise<Outcome<{ readonly name: string }>> {
  return transaction(async (client) => {
    const { rowCount } = await client.query('UPDATE account SET name = $2 WHERE person_id = $1', [
      personId,
      name,
    ])
    if (rowCount === 0) return { refused: 'not-found' }
    await writeAudit(client, { actor: personId, deed: 'change-name', subject: personId })
    return { done: { name } }
  })
}

export const mailSchema = ownerSchema.extend({ mail: mailField })

/** Changes the address the viewer signs in with; it counts as unconfirmed until its owner has followed a link. */
export async function updateMail(
  viewer: Viewer,
  { mail, password }: z.output<typeof mailSchema>,
): Promise<Outcome<{ readonly mail: string }>> {
  return asOwner(viewer, password, (personId) => moveMail(personId, mail))
}

async function moveMail(personId: string, mail: string): Promise<Outcome<{ readonly mail: string }>> {
  try {
    return await transaction<Outcome<{ readonly mail: string }>>(async (client) => {
      const { rows } = await client.query<{ mail: string | null; isVerified: boolean; isSame: boolean }>(
        `SELECT mail, mail_verified_at IS NOT NULL AS "isVerified", mail_key IS NOT DISTINCT FROM $2 AS "isSame"
         FROM account WHERE person_id = $1 FOR UPDATE`,
        [personId, folded(mail)],
      )
      const before = rows[0]
      if (!before) return { refused: 'not-found' }
      await client.query(
        `UPDATE account SET mail = $2, mail_key = $3,
           mail_verified_at = CASE WHEN mail_key = $3 THEN mail_verified_at END
         WHERE person_id = $1`,
        [personId, mail, folded(mail)],
      )
      if (!before.isSame) {
        await notify(client, [personId], { kind: 'mail-changed', data: {} })
        // Whoever has the old address may not be the one who changed it.
        if (before.mail !== null && before.isVerified)
          await wantLetter(client, { letter: 'mail-changed', mail: before.mail })
        await wantLetter(client, { letter: 'confirm-mail', person: personId })
      }
      await writeAudit(client, { actor: personId, deed: 'change-mail', subject: personId })
      return { done: { mail } }
    })
  } catch (error) {
    if (isUniqueViolation(error)) return { refused: 'mail-taken' }
    throw error
  }
}

export const sessionSchema = z.strictObject({ id })

/** Ends one of the viewer's own sessions, on whatever browser it is. */
export async function endOwnSession(
  { personId }: Viewer,
  { id }: z.output<typeof sessionSchema>,
): Promise<Outcome<{ readonly ended: true }>> {
  if (personId === null || !(await endSession(personId, id))) return { refused: 'not-found' }
  await writeAudit(pool(), { actor: personId, deed: 'end-session', subject: personId })
  return { done: { ended: true } }
}

/** Ends all of the viewer's sessions but the one that asks. */
export async function endOtherSessions({
  personId,
  sessionId,
}: Viewer): Promise<Outcome<{ readonly ended: number }>> {
  if (personId === null) return { refused: 'not-found' }
  const because = { actor: personId, deed: 'end-sessions', subject: personId } as const
  return transaction(async (client) => ({
    done: { ended: await endSessions(client, personId, { except: sessionId ?? null, because }) },
  }))
}

/** Ends the session that asks: what its cookie says is dead from now on, wherever a copy of it is. */
export async function signOut({
  personId,
  sessionId,
}: Viewer): Promise<Outcome<{ readonly signedOut: true }>> {
  if (personId !== null && sessionId !== undefined && (await endSession(personId, sessionId)))
    await writeAudit(pool(), { actor: personId, deed: 'sign-out', subject: personId })
  return { done: { signedOut: true }, cookies: [noSession()] }
}
