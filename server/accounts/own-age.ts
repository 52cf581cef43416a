import { z } from 'zod'
import { transaction } from '../db.ts'
import { COOLING_OFF } from '../mine/erase.ts'
import type { Outcome } from '../outcome.ts'
import type { Viewer } from '../viewer.ts'
import { hasAnotherAdmin, holdAdmins } from './admins.ts'
import { AGE_BANDS, mayHaveAccount } from './age.ts'
import { writeAudit } from './audit.ts'
import { endSessions } from './sessions.ts'
import { noSession } from './token.ts'

export const ageSchema = z.strictObject({ ageBand: z.enum(AGE_BANDS) })

type Said = Outcome<{ readonly isClosed: boolean }>

/**
 * What somebody who came by another service says of their age, once. Who is too young for an account of their own is signed
 * out everywhere at once; the account is closed, and erased after a week in which the school can open it again for one who
 * has chosen wrongly.
 */
export async function sayAge(
  { personId, role }: Viewer,
  { ageBand }: z.output<typeof ageSchema>,
): Promise<Said> {
  if (personId === null) return { refused: 'not-found' }
  const isClosed = !mayHaveAccount(ageBand)
  return transaction<Said>(async (client) => {
    await holdAdmins(client)
    if (isClosed && role === 'admin' && !(await hasAnotherAdmin(client, personId)))
      return { refused: 'last-admin' }
    const { rowCount } = await client.query(
      `UPDATE account SET age_band = $2,
         suspended_at = CASE WHEN $3 THEN clock_timestamp() ELSE suspended_at END,
         erase_at = CASE WHEN $3 THEN clock_timestamp() + interval '${COOLING_OFF} days' ELSE erase_at END
       WHERE person_id = $1 AND age_band = 'unsaid'`,
      [personId, ageBand, isClosed],
    )
    if (rowCount === 0) return { refused: 'not-found' }
    const because = { actor: personId, deed: 'say-age', subject: personId, details: { isClosed } } as const
    if (isClosed) await endSessions(client, personId, { because })
    else await writeAudit(client, because)
    return { done: { isClosed }, ...(isClosed ? { cookies: [noSession()] } : {}) }
  })
}
