import type pg from 'pg'
import { z } from 'zod'
import { transaction } from '../db.ts'
import { notify } from '../notices/notify.ts'
import type { Outcome } from '../outcome.ts'
import type { Viewer } from '../viewer.ts'
import type { AuditedDeed } from './audit.ts'
import { spendCodes, takeCode } from './codes.ts'
import { asOwner, ownerSchema } from './confirm-owner.ts'
import { forgetDevices } from './devices.ts'
import { newPasswordField } from './fields.ts'
import { hashPassword, isCommonPassword } from './passwords.ts'
import { endSessions } from './sessions.ts'

export const changePasswordSchema = z.strictObject({
  /** '' where the account has none yet. */
  current: ownerSchema.shape.password,
  password: newPasswordField,
})

type Changed = Outcome<{ readonly sessionsEnded: number }>

/** Gives the viewer's account another password, and ends all its other sessions: who knew the old one is out. */
export async function changePassword(
  viewer: Viewer,
  { current, password }: z.output<typeof changePasswordSchema>,
): Promise<Changed> {
  return asOwner(viewer, current, async (personId): Promise<Changed> => {
    if (isCommonPassword(password, [])) return { refused: 'common-password' }
    const hash = await hashPassword(password)
    const { sessionId = null } = viewer
    return transaction((client) => setPassword(client, personId, hash, sessionId, 'change-password'))
  })
}

export const resetPasswordSchema = z.strictObject({
  code: z.string().max(100),
  password: newPasswordField,
})

/** Gives the account that a code was made for another password, and ends all its sessions. The code is spent by it. */
export async function resetPassword(
  _: Viewer,
  { code, password }: z.output<typeof resetPasswordSchema>,
): Promise<Changed> {
  if (isCommonPassword(password, [])) return { refused: 'common-password' }
  const hash = await hashPassword(password)
  return transaction<Changed>(async (client) => {
    const used = await takeCode(client, code, 'reset-password')
    if (!used?.personId) return { refused: 'code-spent' }
    return setPassword(client, used.personId, hash, null, 'reset-password')
  })
}

async function setPassword(
  client: pg.PoolClient,
  personId: string,
  hash: string,
  except: string | null,
  deed: AuditedDeed,
): Promise<Changed> {
  const { rowCount } = await client.query(
    `UPDATE account SET password_hash = $2, password_changed_at = clock_timestamp() WHERE person_id = $1`,
    [personId, hash],
  )
  if (rowCount === 0) return { refused: 'not-found' }
  await spendCodes(client, personId, 'reset-password', 'sign-in', 'second-step')
  await forgetDevices(client, personId)
  await notify(client, [personId], { kind: 'password-changed', data: {} })
  const because = { actor: personId, deed, subject: personId }
  return { done: { sessionsEnded: await endSessions(client, personId, { except, because }) } }
}
