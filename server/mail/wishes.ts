import { z } from 'zod'
import { writeAudit } from '../accounts/audit.ts'
import { pool, transaction } from '../db.ts'
import type { Outcome } from '../outcome.ts'
import { noteZone, zoneSchema } from '../reviews/learning.ts'
import type { Viewer } from '../viewer.ts'
import { mailSettings } from './settings.ts'
import type { MailWishView } from './view.ts'

const NOTHING: MailWishView = { notices: false, remindAt: null }

/** What the viewer wants by mail; null where nothing can be mailed here. */
export async function getMailWish({ personId }: Viewer): Promise<MailWishView | null> {
  if (personId === null || mailSettings() === null) return null
  const { rows } = await pool().query<MailWishView>(
    'SELECT notices, remind_at AS "remindAt" FROM mail_wish WHERE person_id = $1',
    [personId],
  )
  return rows[0] ?? NOTHING
}

export const mailWishSchema = z.strictObject({
  notices: z.boolean(),
  remindAt: z.number().int().min(0).max(23).nullable(),
  zone: zoneSchema.shape.zone,
})

/** Sets it. Hours are of the person's own day; the browser's time zone is taken where they have not chosen one. */
export async function updateMailWish(
  { personId }: Viewer,
  { notices, remindAt, zone }: z.output<typeof mailWishSchema>,
): Promise<Outcome<MailWishView>> {
  if (personId === null) return { refused: 'not-found' }
  await noteZone(personId, zone)
  return { done: await changeWish(personId, () => ({ notices, remindAt })) }
}

/**
 * Changes what a person wants by mail, and writes down with its time what they have agreed to or taken back by it: their
 * export has it. Nothing is kept for the erased.
 */
export const changeWish = (
  personId: string,
  change: (before: MailWishView) => MailWishView,
): Promise<MailWishView> =>
  transaction(async (client) => {
    await client.query(
      'INSERT INTO mail_wish (person_id, notices) SELECT id, false FROM person WHERE id = $1 AND erased_at IS NULL ON CONFLICT DO NOTHING',
      [personId],
    )
    const { rows } = await client.query<MailWishView>(
      'SELECT notices, remind_at AS "remindAt" FROM mail_wish WHERE person_id = $1 FOR UPDATE',
      [personId],
    )
    const before = rows[0]
    if (!before) return NOTHING
    const after = change(before)
    await client.query('UPDATE mail_wish SET notices = $2, remind_at = $3 WHERE person_id = $1', [
      personId,
      after.notices,
      after.remindAt,
    ])
    const sorts = [
      ['notices', before.notices, after.notices],
      ['reminders', before.remindAt !== null, after.remindAt !== null],
    ] as const
    for (const [what, was, is] of sorts)
      if (was !== is) {
        const deed = is ? 'agree-to-mail' : 'withdraw-mail'
        await writeAudit(client, { actor: personId, deed, subject: personId, details: { what } })
      }
    return after
  })
