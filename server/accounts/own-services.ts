import { z } from 'zod'
import { transaction } from '../db.ts'
import type { Outcome } from '../outcome.ts'
import type { Viewer } from '../viewer.ts'
import { writeAudit } from './audit.ts'
import { asOwner, ownerSchema } from './confirm-owner.ts'
import { listProviders } from './providers.ts'

export const disconnectSchema = ownerSchema.extend({ service: z.string().max(40) })

/**
 * Takes a service the right to vouch for the viewer; who was signed in by it stays so. The last way in is not taken: an
 * account without a password keeps one service that this installation offers, however many are taken at once.
 */
export async function disconnect(
  viewer: Viewer,
  { service, password }: z.output<typeof disconnectSchema>,
): Promise<Outcome<{ readonly disconnected: true }>> {
  return asOwner(viewer, password, (personId) => takeAway(personId, service))
}

const takeAway = (personId: string, service: string): Promise<Outcome<{ readonly disconnected: true }>> =>
  transaction<Outcome<{ readonly disconnected: true }>>(async (client) => {
    const { rows } = await client.query<{ has_password: boolean }>(
      'SELECT password_hash IS NOT NULL AS has_password FROM account WHERE person_id = $1 FOR UPDATE',
      [personId],
    )
    const { rows: services } = await client.query<{ provider: string }>(
      'SELECT provider FROM identity WHERE person_id = $1',
      [personId],
    )
    if (!services.some(({ provider }) => provider === service)) return { refused: 'not-found' }
    const open = new Set(listProviders().map(({ id }) => id))
    const isWayIn = ({ provider }: { provider: string }) => provider !== service && open.has(provider)
    if (!rows[0]?.has_password && !services.some(isWayIn)) return { refused: 'last-way-in' }
    await client.query('DELETE FROM identity WHERE person_id = $1 AND provider = $2', [personId, service])
    await writeAudit(client, {
      actor: personId,
      deed: 'unlink-service',
      subject: personId,
      details: { service },
    })
    return { done: { disconnected: true } }
  })
