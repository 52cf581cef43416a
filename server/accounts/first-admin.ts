import type pg from 'pg'
import { hasAdmin, holdAdmins } from './admins.ts'
import { writeAudit } from './audit.ts'
import { createCode } from './codes.ts'

/** A code by which the first admin makes their account, while there is no admin; null once there is one. */
export async function createFirstAdminCode(client: Pick<pg.ClientBase, 'query'>): Promise<string | null> {
  return (await hasAdmin(client)) ? null : createCode(client, 'first-admin', null)
}

/**
 * A code by which somebody makes an admin's account beside those there are, for whoever holds the machine: it is their way
 * back in when the only admin cannot sign in any more.
 */
export async function createNextAdminCode(client: Pick<pg.ClientBase, 'query'>): Promise<string> {
  const details = { role: 'admin', at: 'the machine itself' } as const
  await writeAudit(client, { actor: null, deed: 'invite', subject: null, details })
  return createCode(client, 'invitation', null, { role: 'admin', note: 'Made at the machine itself' })
}

/**
 * Whether whoever shows such a code is first. It spends all of them, and makes others wait until the transaction is
 * over, so that of two links that were printed one makes an admin.
 */
export async function isFirstAdmin(client: pg.PoolClient): Promise<boolean> {
  await holdAdmins(client)
  if (await hasAdmin(client)) return false
  await client.query(
    `UPDATE code SET used_at = clock_timestamp() WHERE purpose = 'first-admin' AND used_at IS NULL`,
  )
  return true
}
