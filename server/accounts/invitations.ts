import { z } from 'zod'
import type { Role } from '../access.ts'
import { pool, transaction } from '../db.ts'
import { mailSettings } from '../mail/settings.ts'
import { wantLetter } from '../mail/want-letter.ts'
import { siteAddress } from '../origin.ts'
import type { Outcome } from '../outcome.ts'
import type { Viewer } from '../viewer.ts'
import { writeAudit } from './audit.ts'
import { createCode } from './codes.ts'
import { mailField } from './fields.ts'
import { invitationSchema } from './sign-up.ts'
import type { InvitationView, LinkReply } from './view.ts'

export const inviteSchema = z.strictObject({
  role: invitationSchema.shape.role,
  /** For whom it is, in the admin's own words. */
  note: z.string().trim().max(200).default(''),
})

export const inviteByMailSchema = inviteSchema.extend({ mail: mailField })

/** Has such a link sent to an address. The code is made when the letter is written. */
export async function inviteByMail(
  viewer: Viewer,
  { mail, role, note }: z.output<typeof inviteByMailSchema>,
): Promise<Outcome<{ readonly sent: true }>> {
  if (mailSettings() === null) return { refused: 'no-mail' }
  return transaction(async (client) => {
    await wantLetter(client, { letter: 'invitation', mail, role, note: note || mail })
    await writeAudit(client, { actor: viewer.personId, deed: 'invite', subject: null, details: { role } })
    return { done: { sent: true }, created: true }
  })
}

/** Makes a link by which one person makes an account of that role, within fourteen days. It is shown once. */
export async function invite(
  viewer: Viewer,
  { role, note }: z.output<typeof inviteSchema>,
  asked: Headers,
): Promise<Outcome<LinkReply>> {
  return transaction(async (client) => {
    const code = await createCode(client, 'invitation', null, { role, note })
    await writeAudit(client, { actor: viewer.personId, deed: 'invite', subject: null, details: { role } })
    return { done: { link: `${siteAddress(asked)}/sign-up#${code}` }, created: true }
  })
}

/** Invitations that can still be used, the newest first. */
export async function listInvitations(_: Viewer): Promise<InvitationView[]> {
  const { rows } = await pool().query<{
    id: string
    data: { role: Role; note?: string }
    expires_at: Date
  }>(
    `SELECT left(hash, 12) AS id, data, expires_at FROM code
     WHERE purpose = 'invitation' AND used_at IS NULL AND expires_at > clock_timestamp()
     ORDER BY created_at DESC, hash LIMIT 200`,
  )
  return rows.map(({ id, data, expires_at }) => ({
    id,
    role: data.role,
    note: data.note ?? '',
    expiresAt: expires_at.toISOString(),
  }))
}

export const invitationIdSchema = z.strictObject({ invitation: z.string().regex(/^[\w-]{12}$/) })

/** Makes an invitation useless. */
export async function takeBackInvitation(
  viewer: Viewer,
  { invitation }: z.output<typeof invitationIdSchema>,
): Promise<Outcome<{ readonly takenBack: true }>> {
  return transaction<Outcome<{ readonly takenBack: true }>>(async (client) => {
    const { rowCount } = await client.query(
      `UPDATE code SET used_at = clock_timestamp()
       WHERE purpose = 'invitation' AND used_at IS NULL AND left(hash, 12) = $1`,
      [invitation],
    )
    if (rowCount === 0) return { refused: 'not-found' }
    await writeAudit(client, { actor: viewer.personId, deed: 'take-back-invitation', subject: null })
    return { done: { takenBack: true } }
  })
}
