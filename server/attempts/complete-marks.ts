import type pg from 'pg'
import { transaction } from '../db.ts'
import { readArrangement } from '../questions/stored.ts'
import { mapVersions, type Version } from '../questions/versions.ts'
import { type Answered, AS_ANSWERED, markItem } from './item-mark.ts'

/** Attempts looked at in one transaction. */
const BATCH = 200

interface PartRow extends Answered {
  readonly attempt_id: string
  readonly position: number
  readonly version_id: string
  readonly arrangement: unknown
}

/**
 * Makes good what was handed in before all of `item_mark` was kept, of one assignment or of all. What marks have been
 * changed to since stays. Any number of nodes may do it at once, and be broken off.
 */
export async function completeMarks(assignment: string | null = null): Promise<void> {
  while (await transaction((client) => completeSome(client, assignment))) {}
}

/** Does so for some attempts, one node at a time; false where none was left. */
async function completeSome(client: pg.PoolClient, assignment: string | null): Promise<boolean> {
  const { rows: parts } = await client.query<{ id: string }>(
    `SELECT DISTINCT attempt_id AS id FROM item_mark
     WHERE chosen IS NULL AND ($1::uuid IS NULL OR assignment_id = $1) LIMIT ${BATCH}`,
    [assignment],
  )
  if (parts.length === 0) return false
  await client.query("SELECT pg_advisory_xact_lock(hashtext('complete-marks'))")
  const { rows } = await client.query<PartRow>(
    `SELECT i.attempt_id, i.position, i.version_id, i.arrangement, ${AS_ANSWERED.columns}
     FROM item_mark m JOIN attempt_item i USING (attempt_id, position) ${AS_ANSWERED.joins}
     WHERE m.attempt_id = ANY($1) AND m.chosen IS NULL`,
    [parts.map(({ id }) => id)],
  )
  const versions = await mapVersions(
    rows.map(({ version_id }) => version_id),
    client,
  )
  const marks = rows.map(({ attempt_id, position, version_id, arrangement, ...answered }) => ({
    ...{ attempt_id, position },
    ...markItem(versions.get(version_id) as Version, readArrangement(arrangement), answered),
  }))
  // A mark was kept to seven digits; where it is another one, it has been changed since.
  await client.query(
    `UPDATE item_mark m
     SET mark = CASE WHEN abs(m.mark - now.mark) < 1e-6 THEN now.mark ELSE m.mark END, first_mark = now.first_mark,
       chosen = now.chosen, is_blank = now.is_blank, seconds = now.seconds, confidence = now.confidence, is_at_hand = now.is_at_hand
     FROM jsonb_populate_recordset(NULL::item_mark, $1::jsonb) now
     WHERE m.attempt_id = now.attempt_id AND m.position = now.position`,
    [JSON.stringify(marks)],
  )
  return true
}
