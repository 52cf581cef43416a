import { z } from 'zod'
import type { FlagReply } from '../attempts/view.ts'
import { pool } from '../db.ts'
import { id, isStorable } from '../fields.ts'
import type { Outcome } from '../outcome.ts'
import type { Viewer } from '../viewer.ts'

export const flagSchema = z.strictObject({
  /** The question version. */
  id,
  reason: z.string().trim().min(1).max(1_000).refine(isStorable),
  /** The attempt in which they look at it. */
  attempt: id.optional(),
})

/** Flags of one person on one question that are kept; more say nothing new. */
const MOST = 5

/** Stores what a reader says is wrong with a question they have met in an attempt of their own: the one named, else the last one. The reply is the same whatever the question is. */
export async function createFlag(
  { personId }: Viewer,
  { id: version, reason, attempt }: z.output<typeof flagSchema>,
): Promise<Outcome<FlagReply>> {
  if (personId === null) return { refused: 'not-found' }
  const { rows } = await pool().query<{ met: boolean }>(
    `WITH met AS (
       SELECT a.id FROM attempt_item i JOIN attempt a ON a.id = i.attempt_id
       WHERE a.person_id = $1 AND i.version_id = $2
       ORDER BY a.id = $4 DESC NULLS LAST, a.started_at DESC LIMIT 1
     ), stored AS (
       INSERT INTO flag (id, person_id, version_id, attempt_id, reason)
       SELECT gen_random_uuid(), $1, $2, met.id, $3 FROM met
       WHERE (SELECT count(*) FROM flag WHERE person_id = $1 AND version_id = $2) < ${MOST}
     )
     SELECT EXISTS (SELECT FROM met) AS met`,
    [personId, version, reason, attempt ?? null],
  )
  if (!rows[0]?.met) return { refused: 'not-found' }
  return {
    done: {
      thanks:
        'Thank you. Somebody will read this beside the article; what becomes of it stands in your notices.',
    },
  }
}
