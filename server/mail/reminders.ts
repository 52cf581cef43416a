import { transaction } from '../db.ts'
import { wantLetter } from './want-letter.ts'

/** A reminder that could not go out for so many hours after its own is left for the next day. */
const LATE = 6

const MOST_AT_ONCE = 500

/** Whose hour has come on a day of their own on which no reminder has gone out yet, and who has something due. */
const DUE = `SELECT wish.person_id, local.day FROM mail_wish wish
  JOIN account USING (person_id) LEFT JOIN learning USING (person_id)
  CROSS JOIN LATERAL (SELECT clock_timestamp() AT TIME ZONE coalesce(learning.zone, 'UTC') AS now) here
  CROSS JOIN LATERAL (SELECT here.now::date AS day, extract(hour FROM here.now)::int AS hour) local
  WHERE wish.remind_at IS NOT NULL AND local.hour - wish.remind_at BETWEEN 0 AND ${LATE}
    AND (wish.reminded_on IS NULL OR wish.reminded_on < local.day)
    AND account.mail_verified_at IS NOT NULL AND account.suspended_at IS NULL
    AND EXISTS (SELECT FROM memory WHERE memory.person_id = wish.person_id AND NOT is_suspended
      AND due < clock_timestamp())
  ORDER BY wish.person_id LIMIT ${MOST_AT_ONCE} FOR UPDATE OF wish SKIP LOCKED`

/** Has a reminder sent to everybody whose hour it is, once on each of their days. Any number of nodes may call it. */
export async function sendReminders(): Promise<number> {
  for (let sent = 0; ; ) {
    const people = await transaction(async (client) => {
      const { rows } = await client.query<{ person_id: string; day: Date }>(DUE)
      for (const { person_id, day } of rows) {
        await client.query('UPDATE mail_wish SET reminded_on = $2 WHERE person_id = $1', [person_id, day])
        await wantLetter(client, { letter: 'reminder', person: person_id })
      }
      return rows.length
    })
    sent += people
    if (people < MOST_AT_ONCE) return sent
  }
}
