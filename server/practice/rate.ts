import type pg from 'pg'
import { afterAnswer, chanceOf, judge, type Rating } from '#core'
import { COUNTING, IS_HANDED_OUT, KNOWN_AT, WHICH_TRY } from '../attempts/counting.ts'
import { pool, transaction } from '../db.ts'
import { readArrangement } from '../questions/stored.ts'
import { mapVersions } from '../questions/versions.ts'
import { findRegraded, standingOf } from '../regrades/regraded.ts'
import { getAbility, getDifficulties } from './ratings.ts'

/** Answers are looked at again for so long after they were rated: one may be stored later than another that is younger. */
const OVERLAP = '1 minute'

interface AnswerRow {
  attempt_id: string
  position: number
  version_id: string
  assignment_id: string | null
  arrangement: unknown
  answer: never
  tries: number
}

/** A person's final answers that have not been rated yet. What was left blank and never tried shows nothing, nor does what was answered with the key at hand, in an offline pack. */
const ANSWERS = `
  SELECT i.attempt_id, i.position, i.version_id, a.assignment_id, i.arrangement,
    coalesce(last.answer, 'null'::jsonb) AS answer, ${WHICH_TRY} AS tries
  FROM attempt a
  JOIN attempt_item i ON i.attempt_id = a.id AND ${KNOWN_AT} > $2
  ${COUNTING}
  WHERE a.person_id = $1 AND (a.submitted_at IS NULL OR greatest(a.submitted_at, a.told_at) > $2)
    AND NOT EXISTS (SELECT FROM rated_answer WHERE attempt_id = i.attempt_id AND position = i.position)
    AND (last.answer <> 'null'::jsonb OR t.used IS NOT NULL) AND NOT ${IS_HANDED_OUT}
  ORDER BY i.final_at, i.attempt_id, i.position`

/**
 * Lets the answers a person has given since the last time move that person's ability and the difficulty of what was asked,
 * each once, in order: to a question that was regraded by then, as it stands. It follows from stored answers alone, so that it
 * may be called as often as anybody likes, by any node, and broken off.
 */
export async function rateAnswers(personId: string): Promise<void> {
  await transaction(async (client) => {
    // One at a time for one person; whoever erases or claims the person waits too.
    const { rows: people } = await client.query<{ since: string; now: Date }>(
      `SELECT clock_timestamp() AS now, coalesce(
         (SELECT settled_at FROM ability WHERE person_id = $1) - interval '${OVERLAP}', '-infinity')::text AS since
       FROM person WHERE id = $1 AND erased_at IS NULL FOR NO KEY UPDATE`,
      [personId],
    )
    const [person] = people
    if (!person) return
    const { rows } = await client.query<AnswerRow>(ANSWERS, [personId, person.since])
    const ability = await rate(client, personId, rows)
    await client.query(
      `INSERT INTO ability (person_id, value, answers, settled_at) VALUES ($1, $2, $3, $4)
       ON CONFLICT (person_id) DO UPDATE SET value = $2, answers = $3, settled_at = $4`,
      [personId, ability.value, ability.answers, person.now],
    )
  })
}

/** Rates these answers, in their order; gives the person's ability after the last. */
async function rate(client: pg.PoolClient, personId: string, rows: readonly AnswerRow[]): Promise<Rating> {
  let ability = await getAbility(personId, client)
  if (rows.length === 0) return ability
  const ids = [...new Set(rows.map(({ version_id }) => version_id))].sort()
  const versions = await mapVersions(ids, client)
  const difficulties = await holdDifficulties(client, ids)
  const find = await findRegraded(ids, client)
  const rated: { readonly row: AnswerRow; readonly mark: number }[] = []
  for (const row of rows) {
    const version = versions.get(row.version_id)
    const difficulty = difficulties.get(row.version_id)
    if (!version || !difficulty) throw new Error('a question of an attempt is missing from the store')
    const standing = standingOf(version, find(version, row.assignment_id))
    const mark = judge(standing, [row], readArrangement(row.arrangement)).shows
    if (mark === null) continue
    const moved = afterAnswer({ ability, difficulty }, { mark, chance: chanceOf(version.question) })
    ability = moved.ability
    difficulties.set(row.version_id, moved.difficulty)
    rated.push({ row, mark })
  }
  await client.query(
    `INSERT INTO rated_answer (attempt_id, position, mark)
     SELECT * FROM unnest($1::uuid[], $2::int[], $3::real[])`,
    [
      rated.map(({ row }) => row.attempt_id),
      rated.map(({ row }) => row.position),
      rated.map(({ mark }) => mark),
    ],
  )
  const after = ids.map((id) => difficulties.get(id) as Rating)
  await client.query(
    `UPDATE version_rating r SET value = after.value, answers = after.answers
     FROM unnest($1::uuid[], $2::float[], $3::int[]) AS after (id, value, answers) WHERE r.version_id = after.id`,
    [ids, after.map(({ value }) => value), after.map(({ answers }) => answers)],
  )
  return ability
}

/** The difficulties of these versions, held until the transaction ends: in one order for everyone, so that two never wait for each other in a circle. */
async function holdDifficulties(client: pg.PoolClient, ids: readonly string[]): Promise<Map<string, Rating>> {
  const starts = await getDifficulties(ids, client)
  const ordered = ids.map((id) => starts.get(id) as Rating)
  await client.query(
    `INSERT INTO version_rating (version_id, value, answers)
     SELECT * FROM unnest($1::uuid[], $2::float[], $3::int[]) AS start (id, value, answers) ORDER BY id
     ON CONFLICT DO NOTHING`,
    [ids, ordered.map(({ value }) => value), ordered.map(({ answers }) => answers)],
  )
  const { rows } = await client.query<Rating & { id: string }>(
    `SELECT version_id AS id, value, answers FROM version_rating WHERE version_id = ANY($1)
     ORDER BY version_id FOR NO KEY UPDATE`,
    [ids],
  )
  return new Map(rows.map(({ id, value, answers }) => [id, { value, answers }]))
}

/**
 * Rates the answers of everyone who has answered or handed something in since the last time, so that a question learns
 * from those too who never practise. Any number of nodes may do it at once: what one has rated the other finds rated.
 */
export async function rateEveryone(): Promise<void> {
  const { rows: times } = await pool().query<{ since: string; until: Date }>(
    `SELECT coalesce(swept_at - interval '${OVERLAP}', '-infinity')::text AS since, clock_timestamp() AS until
     FROM rating_sweep`,
  )
  const [time] = times
  if (!time) throw new Error('the row of rating_sweep is missing from the store')
  const { rows } = await pool().query<{ person_id: string }>(
    `SELECT person_id FROM attempt WHERE submitted_at > $1 OR told_at > $1
     UNION SELECT a.person_id FROM response r JOIN attempt a ON a.id = r.attempt_id WHERE r.saved_at > $1`,
    [time.since],
  )
  for (const { person_id } of rows) await rateAnswers(person_id)
  await pool().query('UPDATE rating_sweep SET swept_at = greatest(swept_at, $1)', [time.until])
}
