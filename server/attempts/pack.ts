import type pg from 'pg'
import { triesOf } from '#core'
import { pool, transaction } from '../db.ts'
import type { Outcome } from '../outcome.ts'
import type { Viewer } from '../viewer.ts'
import type { PackItem, PackView } from './pack-view.ts'
import { getPinned, holdOpen, type Pinned } from './record.ts'
import { itemAt, tellPassages } from './tell.ts'

/**
 * SQL about `attempt_item i` of the person $2: whether its key may leave before its answer is in. This is the one place that
 * says so: never of a question of an assignment that somebody may still be answering and that is theirs to take.
 */
const MAY_LEAVE = `i.final_at IS NULL AND NOT EXISTS (
  SELECT FROM enrolment e JOIN assignment g ON g.class_id = e.class_id
  JOIN quiz_set_item asked ON asked.set_id = g.set_id AND asked.version_id = i.version_id
  WHERE e.person_id = $2 AND is_assigned(g.id, $2) AND coalesce(all_over_at(g.id) > clock_timestamp(), true))`

/**
 * Hands out the keys of the viewer's own practice, those of the questions that are still open, and records each as handed
 * out before it leaves. What is then answered to them moves memories and counts in no score (decision record 21). Asked
 * for again, it gives the same again. A test has no pack: 'not-yet'.
 */
export async function handOutPack(viewer: Viewer, id: string): Promise<Outcome<PackView>> {
  const pinned = await getPinned(viewer, id)
  if (!pinned) return { refused: 'not-found' }
  if (pinned.mode !== 'practice') return { refused: 'not-yet' }
  const positions = await transaction(async (client) =>
    (await holdOpen(client, viewer, id)) ? record(client, id, pinned.personId) : null,
  )
  if (positions === null) return { refused: 'handed-in' }
  const tallies = await listTallies(positions.map((position) => itemAt(pinned, position).version.id))
  return { done: { attempt: id, items: positions.map((position) => tellPacked(pinned, position, tallies)) } }
}

/** Records what leaves. An answer that is just being saved comes first: save_response holds the item's row while it works. */
async function record(client: pg.PoolClient, id: string, personId: string): Promise<number[]> {
  const { rows } = await client.query<{ position: number }>(
    `SELECT i.position FROM attempt_item i WHERE i.attempt_id = $1 AND ${MAY_LEAVE}
     ORDER BY i.position FOR NO KEY UPDATE`,
    [id, personId],
  )
  const positions = rows.map(({ position }) => position)
  await client.query(
    `INSERT INTO handed_out (attempt_id, position) SELECT $1, unnest($2::int[]) ON CONFLICT DO NOTHING`,
    [id, positions],
  )
  return positions
}

type Tallies = ReadonlyMap<string, PackItem['howMany']>

async function listTallies(versions: readonly string[]): Promise<Tallies> {
  const { rows } = await pool().query<{ id: string; answered: number; right: number }>(
    `SELECT version_id AS id, sum(answered)::int AS answered, sum(answered_right)::int AS right
     FROM question_tally WHERE version_id = ANY($1) GROUP BY version_id`,
    [versions],
  )
  return new Map(rows.map(({ id, answered, right }) => [id, { answered, right }]))
}

function tellPacked(pinned: Pinned, position: number, tallies: Tallies): PackItem {
  const { version, arrangement } = itemAt(pinned, position)
  const { question } = version
  return {
    position,
    question,
    arrangement,
    tries: triesOf(question, pinned.tries),
    passages: tellPassages(version),
    howMany: tallies.get(version.id) ?? { answered: 0, right: 0 },
  }
}
