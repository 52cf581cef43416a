import { z } from 'zod'
import { writeAudit } from '../accounts/audit.ts'
import { endSessions } from '../accounts/sessions.ts'
import { COOLING_OFF } from '../mine/erase.ts'
import { notify } from '../notices/notify.ts'
import type { Outcome } from '../outcome.ts'
import type { Viewer } from '../viewer.ts'
import { memberSchema } from './members.ts'
import { asTeacher } from './taught.ts'

export const eraseMemberSchema = memberSchema.extend({ isErased: z.boolean() })

/**
 * Has an account without an address erased in seven days, as the school is asked to by its owner or their parents; or keeps
 * it after all. Whoever has an address asks for it themselves.
 */
export const eraseMember = (
  viewer: Viewer,
  { class: classId, person, isErased }: z.output<typeof eraseMemberSchema>,
): Promise<Outcome<{ readonly eraseAt: string | null }>> =>
  asTeacher(viewer, classId, async (client, actor) => {
    const { rows } = await client.query<{ has_slip: boolean }>(
      `SELECT a.mail IS NULL AND a.mail_key IS NOT NULL AS has_slip FROM enrolment e JOIN account a USING (person_id)
       WHERE e.class_id = $1 AND e.person_id = $2 AND e.role = 'learner' FOR UPDATE OF a`,
      [classId, person],
    )
    const account = rows[0]
    if (!account) return { refused: 'not-found' }
    if (!account.has_slip) return { refused: 'no-slip' }
    const { rows: set } = await client.query<{ erase_at: Date | null }>(
      `UPDATE account SET erase_at = CASE WHEN $2 THEN coalesce(erase_at, clock_timestamp() + interval '${COOLING_OFF} days') END
       WHERE person_id = $1 RETURNING erase_at`,
      [person, isErased],
    )
    const eraseAt = set[0]?.erase_at?.toISOString() ?? null
    const deed = isErased ? 'ask-to-erase' : 'keep-account'
    const because = { actor, deed, subject: person, details: { class: classId } } as const
    if (eraseAt === null) await writeAudit(client, because)
    else {
      await notify(client, [person], { kind: 'erasing-asked', cause: `erase ${eraseAt}`, data: { eraseAt } })
      await endSessions(client, person, { because })
    }
    return { done: { eraseAt } }
  })
