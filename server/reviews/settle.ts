import type pg from 'pg'
import {
  type Confidence,
  expectedSeconds,
  type Grade,
  gradeOf,
  judge,
  type Memory,
  type MemorySettings,
  ownDay,
  review,
  type Standing,
} from '#core'
import { COUNTING, KNOWN_AT, WHICH_TRY } from '../attempts/counting.ts'
import { transaction } from '../db.ts'
import { readArrangement } from '../questions/stored.ts'
import { mapVersions, type Version } from '../questions/versions.ts'
import { findRegraded, standingOf } from '../regrades/regraded.ts'
import { getLearning, memorySettings } from './learning.ts'
import { MEMORY, writeMemory } from './stored.ts'

/** Answers are looked at again for so long after they were settled: one may be stored later than another that is younger. */
const OVERLAP = '1 minute'

interface AnswerRow {
  attempt_id: string
  position: number
  version_id: string
  assignment_id: string | null
  fact_id: string
  final_at: Date
  arrangement: unknown
  answer: never
  tries: number
  confidence: Confidence | null
  seconds: number | null
}

/** Final answers, blanks too, to questions about a single fact the person keeps in mind, that have not moved its memory yet. */
const ANSWERS = `
  SELECT i.attempt_id, i.position, i.version_id, a.assignment_id, f.fact_id, i.final_at, i.arrangement, coalesce(last.answer, 'null'::jsonb) AS answer,
    ${WHICH_TRY} AS tries, last.confidence, last.seconds
  FROM attempt a
  JOIN attempt_item i ON i.attempt_id = a.id
  JOIN question_fact f ON f.version_id = i.version_id AND f.is_only
  JOIN memory m ON m.person_id = a.person_id AND m.fact_id = f.fact_id
  ${COUNTING}
  WHERE a.person_id = $1 AND ${KNOWN_AT} IS NOT NULL AND i.final_at >= m.added_at
    AND ($2::uuid IS NULL OR a.id = $2)
    AND ($2::uuid IS NOT NULL OR ${KNOWN_AT} > coalesce(
      (SELECT settled_at FROM learning WHERE person_id = $1) - interval '${OVERLAP}', '-infinity'))
    AND NOT EXISTS (SELECT FROM review WHERE attempt_id = i.attempt_id AND position = i.position)
  ORDER BY i.final_at, i.attempt_id, i.position`

/**
 * Lets the answers a person has given since the last time move the memories they concern, each once, in order: whatever
 * quiz they were given in, and however long they waited in a browser. It follows from stored answers alone, so that it may
 * be called as often as anybody likes, and broken off. With `attempt`, those of that attempt alone, however old.
 */
export async function settleReviews(personId: string, attempt: string | null = null): Promise<void> {
  const settings = memorySettings(await getLearning(personId))
  await transaction(async (client) => {
    // One at a time for one person.
    await client.query('SELECT FROM person WHERE id = $1 FOR NO KEY UPDATE', [personId])
    const { rows } = await client.query<AnswerRow>(ANSWERS, [personId, attempt])
    const versions = await mapVersions(
      rows.map(({ version_id }) => version_id),
      client,
    )
    const find = await findRegraded([...versions.keys()], client)
    for (const row of rows) {
      const version = versions.get(row.version_id)
      const grade = version && inferGrade(version, standingOf(version, find(version, row.assignment_id)), row)
      if (grade != null) await move(client, personId, row, grade, settings)
    }
    if (attempt === null)
      await client.query('UPDATE learning SET settled_at = clock_timestamp() WHERE person_id = $1', [
        personId,
      ])
  })
}

/** How well the fact came back, from the answer as it was given; null where its question was regraded so that it shows nothing. */
function inferGrade(
  { question }: Version,
  standing: Standing,
  { arrangement, answer, tries, confidence, seconds }: AnswerRow,
): Grade | null {
  const mark = judge(standing, [{ answer, tries }], readArrangement(arrangement)).shows
  if (mark === null) return null
  return gradeOf({ mark, tries, seconds, confidence, expectedSeconds: expectedSeconds(question) })
}

/** Moves one memory by one answer. A fact asked twice in one of the person's days moves once, by the first answer. */
async function move(
  client: pg.PoolClient,
  personId: string,
  { attempt_id, position, fact_id, final_at }: AnswerRow,
  grade: Grade,
  settings: MemorySettings,
): Promise<void> {
  const { rows } = await client.query<Memory>(
    `SELECT ${MEMORY} FROM memory WHERE person_id = $1 AND fact_id = $2`,
    [personId, fact_id],
  )
  const before = rows[0]
  if (!before) return
  const { lastReview } = before
  if (lastReview !== null && ownDay(lastReview, settings.zone) >= ownDay(final_at, settings.zone)) return
  await client.query(
    `INSERT INTO review (attempt_id, position, person_id, fact_id, at, grade, before)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [attempt_id, position, personId, fact_id, final_at, grade, writeMemory(before)],
  )
  const after = review(before, grade, { now: final_at, seed: seedFor(personId, fact_id) }, settings)
  await storeMemory(client, personId, fact_id, after)
}

/** What spreads the due dates of one person's memory of one fact, the same each time it is reckoned. */
export const seedFor = (personId: string, factId: string): string => `${personId} ${factId}`

/** Stores what a person remembers of a fact they keep in mind. */
export async function storeMemory(
  client: pg.PoolClient,
  personId: string,
  factId: string,
  { due, stability, difficulty, interval, reps, lapses, lastReview }: Memory,
): Promise<void> {
  await client.query(
    `UPDATE memory SET due = $3, stability = $4, difficulty = $5, interval = $6, reps = $7, lapses = $8, last_review = $9
     WHERE person_id = $1 AND fact_id = $2`,
    [personId, factId, due, stability, difficulty, interval, reps, lapses, lastReview],
  )
}
