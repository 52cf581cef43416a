import { z } from 'zod'
import { transaction } from '../db.ts'
import { notify } from '../notices/notify.ts'
import type { Outcome } from '../outcome.ts'
import { drawQr } from '../qr.ts'
import type { Viewer } from '../viewer.ts'
import { writeAudit } from './audit.ts'
import { spendCodes } from './codes.ts'
import { asOwner, type Owner, ownerSchema } from './confirm-owner.ts'
import { getAccount } from './own-account.ts'
import { createRecoveryCodes, createTotpSecret, sealTotp, stepOf } from './totp.ts'
import type { TotpOffer } from './view.ts'

/** Offers a secret for an authenticator app. Nothing is stored before a code of it has been seen. */
export async function offerTotp(viewer: Viewer, { password }: Owner): Promise<Outcome<TotpOffer>> {
  return asOwner(viewer, password, async () => {
    const account = await getAccount(viewer)
    if (!account) return { refused: 'not-found' }
    const { secret, address } = createTotpSecret(account.mail ?? account.name)
    return { done: { secret, address, picture: drawQr(address) } }
  })
}

export const turnOnSchema = ownerSchema.extend({
  secret: z.string().regex(/^[A-Z2-7]{32}$/),
  code: z.string().max(20),
})

/** Asks for a code of this secret at every sign-in from now on, and gives the recovery codes, which are shown once. */
export async function turnOnTotp(
  viewer: Viewer,
  { password, secret, code }: z.output<typeof turnOnSchema>,
): Promise<Outcome<{ readonly recoveryCodes: readonly string[] }>> {
  return asOwner(viewer, password, async (personId) => {
    const step = stepOf(secret, code, new Date())
    if (step === null) return { refused: 'totp-wrong' }
    return transaction(async (client) => {
      await client.query('UPDATE account SET totp = $2, totp_step = $3 WHERE person_id = $1', [
        personId,
        sealTotp(secret),
        step,
      ])
      await notify(client, [personId], { kind: 'codes-on', data: {} })
      await writeAudit(client, { actor: personId, deed: 'turn-on-totp', subject: personId })
      return { done: { recoveryCodes: await createRecoveryCodes(client, personId) } }
    })
  })
}

/** Asks for no codes any more. */
export async function turnOffTotp(
  viewer: Viewer,
  { password }: Owner,
): Promise<Outcome<{ readonly isOff: true }>> {
  return asOwner(viewer, password, (personId) =>
    transaction(async (client) => {
      await client.query('UPDATE account SET totp = NULL, totp_step = NULL WHERE person_id = $1', [personId])
      await spendCodes(client, personId, 'recovery', 'second-step')
      await notify(client, [personId], { kind: 'codes-off', data: {} })
      await writeAudit(client, { actor: personId, deed: 'turn-off-totp', subject: personId })
      return { done: { isOff: true } }
    }),
  )
}
