import { z } from 'zod'
import { writeAudit } from '../accounts/audit.ts'
import { takeCode } from '../accounts/codes.ts'
import { mayWriteTo } from '../accounts/throttle.ts'
import { pool, transaction } from '../db.ts'
import type { Outcome } from '../outcome.ts'
import type { Viewer } from '../viewer.ts'
import { mailSettings } from './settings.ts'
import { wantLetter } from './want-letter.ts'

export const confirmSchema = z.strictObject({ code: z.string().max(100) })

const confirmed = z.object({ mail: z.string() })

/** Takes the code that was sent to an address as its owner's word; void where the account has another address by now. */
export async function confirmMail(
  _: Viewer,
  { code }: z.output<typeof confirmSchema>,
): Promise<Outcome<{ readonly mail: string }>> {
  return transaction<Outcome<{ readonly mail: string }>>(async (client) => {
    const used = await takeCode(client, code, 'verify-mail')
    if (!used?.personId) return { refused: 'code-spent' }
    const { rows } = await client.query<{ mail: string }>(
      `UPDATE account SET mail_verified_at = clock_timestamp() WHERE person_id = $1 AND mail_key = $2 RETURNING mail`,
      [used.personId, confirmed.parse(used.data).mail],
    )
    const row = rows[0]
    if (!row) return { refused: 'code-spent' }
    await writeAudit(client, { actor: used.personId, deed: 'verify-mail', subject: used.personId })
    return { done: { mail: row.mail } }
  })
}

/** Has the letter by which the viewer confirms their address sent again. */
export async function askToConfirm({ personId }: Viewer): Promise<Outcome<{ readonly asked: true }>> {
  if (personId === null) return { refused: 'not-found' }
  if (mailSettings() === null) return { refused: 'no-mail' }
  if (!(await mayWriteTo(personId))) return { refused: 'throttled' }
  await wantLetter(pool(), { letter: 'confirm-mail', person: personId })
  return { done: { asked: true } }
}
