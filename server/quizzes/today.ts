import { pickMixed } from '#core'
import { pool } from '../db.ts'
import type { DayView } from '../library/view.ts'
import type { Viewer } from '../viewer.ts'
import { storeDrawn } from './mixed.ts'
import { sampleBank } from './sample.ts'
import { getSet } from './sets.ts'
import { describeStart } from './start.ts'

/** Questions in the quiz of a day. */
const COUNT = 7
/** No question comes again within so many days, while there are others. */
const APART = 60
/** How many days back a quiz can still be drawn. */
const BACK = 30

/** The quiz of a UTC day, of today where none is named: one set, the same for everyone, drawn when it is first asked for. Null of a day to come or long past, and where there is nothing to ask. */
export async function getDay(viewer: Viewer, asked?: string): Promise<DayView | null> {
  const { rows } = await pool().query<{ today: string; day: string | null; set: string | null }>(
    `WITH now AS (SELECT (clock_timestamp() AT TIME ZONE 'UTC')::date AS today),
     meant AS (SELECT today, coalesce($1::date, today) AS day FROM now)
     SELECT to_char(today, 'YYYY-MM-DD') AS today,
       CASE WHEN meant.day BETWEEN today - ${BACK} AND today OR d.day IS NOT NULL
         THEN to_char(meant.day, 'YYYY-MM-DD') END AS day,
       d.set_id AS set
     FROM meant LEFT JOIN daily_quiz d ON d.day = meant.day`,
    [asked ?? null],
  )
  const [row] = rows
  if (!row?.day) return null
  const id = row.set ?? (await drawDay(row.day))
  const set = id === null ? null : await getSet(id)
  if (!set) return null
  return { day: row.day, isToday: row.day === row.today, ...(await describeStart(viewer, set)) }
}

/** The days that have a quiz, the newest first. The same for everyone. */
export async function listDays(_viewer: Viewer, limit: number): Promise<string[]> {
  const { rows } = await pool().query<{ day: string }>(
    `SELECT to_char(day, 'YYYY-MM-DD') AS day FROM daily_quiz ORDER BY day DESC LIMIT $1`,
    [limit],
  )
  return rows.map(({ day }) => day)
}

/** Draws the quiz of a day. Of two nodes that draw at once both get what the first stored. */
async function drawDay(day: string): Promise<string | null> {
  const seed = `day ${day}`
  const [sample, used] = await Promise.all([sampleBank({}, seed), listUsed(day)])
  const fresh = sample.filter(({ id }) => !used.has(id))
  const drawn = pickMixed(fresh, { count: COUNT, seed })
  // Where the pool runs low what was asked before comes again.
  const picked = drawn.length === COUNT ? drawn : pickMixed(sample, { count: COUNT, seed })
  if (picked.length === 0) return null
  const set = await storeDrawn(
    { count: COUNT, seed, limits: {}, day },
    picked.map(({ id }) => id),
  )
  return await keepDay(day, set)
}

/** Stores which set a day has, unless another node did so before us, and gives the set that is stored. */
export async function keepDay(day: string, set: string): Promise<string | null> {
  // No key is named: of two that store the same set at the same moment the second may meet the set before the day.
  await pool().query('INSERT INTO daily_quiz (day, set_id) VALUES ($1, $2) ON CONFLICT DO NOTHING', [
    day,
    set,
  ])
  const { rows } = await pool().query<{ set: string }>(
    'SELECT set_id AS set FROM daily_quiz WHERE day = $1',
    [day],
  )
  return rows[0]?.set ?? null
}

/** Versions of the questions that were asked within `APART` days of this one. */
async function listUsed(day: string): Promise<ReadonlySet<string>> {
  const { rows } = await pool().query<{ id: string }>(
    `SELECT other.id FROM daily_quiz d
     JOIN quiz_set_item i ON i.set_id = d.set_id
     JOIN question_version v ON v.id = i.version_id
     JOIN question_version other ON other.question_id = v.question_id
     WHERE d.day BETWEEN $1::date - ${APART} AND $1::date + ${APART}`,
    [day],
  )
  return new Set(rows.map(({ id }) => id))
}
