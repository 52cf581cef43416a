import type pg from 'pg'
import { wantLetter } from '../mail/want-letter.ts'
import { isUrgent, type Notice } from './kinds.ts'

/**
 * Tells people of something, within the transaction in which it happened: a row for each of them, and a letter where that
 * is urgent or wished and mail is set up. Who has been told of the same cause is not told again.
 */
export async function notify(
  client: pg.PoolClient,
  people: readonly string[],
  { kind, cause, data }: Notice,
): Promise<void> {
  const { rows } = await client.query<{ id: string; is_wished: boolean }>(
    `WITH told AS (
       INSERT INTO notice (id, person_id, kind, cause, data)
       SELECT gen_random_uuid(), id, $2, coalesce($3, gen_random_uuid()::text), $4 FROM person WHERE id = ANY($1) AND erased_at IS NULL
       ON CONFLICT DO NOTHING RETURNING id, person_id)
     SELECT told.id, coalesce(wish.notices, false) AS is_wished
     FROM told LEFT JOIN mail_wish wish USING (person_id)`,
    [people, kind, cause ?? null, data],
  )
  for (const { id, is_wished } of rows)
    if (is_wished || isUrgent(kind)) await wantLetter(client, { letter: 'notice', notice: id })
}
