import { z } from 'zod'
import type { FlagReply } from './attempts/view.ts'
import { pool } from './db.ts'
import { id, isStorable } from './fields.ts'
import type { Outcome } from './outcome.ts'
import type { Viewer } from './viewer.ts'

export const flagSchema = z.strictObject({
  id,
  reason: z.string().trim().min(1).max(1_000).refine(isStorable),
})

/** Flags of one person on one question that are kept; more say nothing new. */
const MOST = 5

/** Stores what a reader says is wrong with a question they have met in an attempt of their own. */
export async function createFlag(
  viewer: Viewer,
  version: string,
  reason: string,
): Promise<Outcome<FlagReply>> {
  if (viewer.personId === null) return { refused: 'not-found' }
  const { rows } = await pool().query<{ met: boolean }>(
    `WITH met AS (
       SELECT FROM attempt_item i JOIN attempt a ON a.id = i.attempt_id
       WHERE a.person_id = $1 AND i.version_id = $2 LIMIT 1
     ), stored AS (
       INSERT INTO flag (id, person_id, version_id, reason)
       SELECT gen_random_uuid(), $1, $2, $3 FROM met
       WHERE (SELECT count(*) FROM flag WHERE person_id = $1 AND version_id = $2) < ${MOST}
     )
     SELECT EXISTS (SELECT FROM met) AS met`,
    [viewer.personId, version, reason],
  )
  if (!rows[0]?.met) return { refused: 'not-found' }
  return { done: { thanks: 'Thank you. An editor will read this beside the article.' } }
}
