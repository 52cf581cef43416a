import { z } from 'zod'
import { pool } from '../db.ts'
import type { Outcome } from '../outcome.ts'
import { noteZone, zoneSchema } from '../reviews/learning.ts'
import type { Viewer } from '../viewer.ts'
import { mailSettings } from './settings.ts'
import type { MailWishView } from './view.ts'

/** What the viewer wants by mail; null where nothing can be mailed here. */
export async function getMailWish({ personId }: Viewer): Promise<MailWishView | null> {
  if (personId === null || mailSettings() === null) return null
  const { rows } = await pool().query<MailWishView>(
    'SELECT notices, remind_at AS "remindAt" FROM mail_wish WHERE person_id = $1',
    [personId],
  )
  return rows[0] ?? { notices: false, remindAt: null }
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
  await pool().query(
    `INSERT INTO mail_wish (person_id, notices, remind_at) VALUES ($1, $2, $3)
     ON CONFLICT (person_id) DO UPDATE SET notices = $2, remind_at = $3`,
    [personId, notices, remindAt],
  )
  return { done: { notices, remindAt } }
}
