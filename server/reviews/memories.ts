import type pg from 'pg'
import { z } from 'zod'
import { GRADES, ownDayEnd, review } from '#core'
import { getResults } from '../attempts/results.ts'
import { pool, storeTime, transaction } from '../db.ts'
import { id } from '../fields.ts'
import type { Outcome } from '../outcome.ts'
import type { Viewer } from '../viewer.ts'
import { getLearning, memorySettings, noteZone, zoneSchema } from './learning.ts'
import { seedFor, settleReviews, storeMemory } from './settle.ts'
import { readMemory } from './stored.ts'
import type { KeepReply } from './view.ts'

export const keepSchema = z.strictObject({
  id,
  /** Those that were not wholly right, or all. */
  which: z.enum(['missed', 'all']),
  zone: zoneSchema.shape.zone,
})

/**
 * Keeps in mind the facts that an attempt of the viewer's has asked about, each once: those that can be asked again by
 * themselves. What was answered is their first review. Says how many are new.
 */
export async function keepFacts(
  viewer: Viewer,
  { id: attempt, which, zone }: z.output<typeof keepSchema>,
): Promise<Outcome<KeepReply>> {
  const { personId } = viewer
  const results = await getResults(viewer, attempt)
  if ('refused' in results) return results
  if (personId === null) return { refused: 'not-found' }
  const missed = results.done.rows.flatMap(({ position, feedback }) => (feedback.mark < 1 ? [position] : []))
  await noteZone(personId, zone)
  const { rows } = await pool().query<{ fact_id: string }>(
    `INSERT INTO memory (person_id, fact_id, due, stability, difficulty, interval, reps, lapses, added_at)
     SELECT DISTINCT ON (f.fact_id) a.person_id, f.fact_id, clock_timestamp(), 0, 0, 0, 0, 0, a.started_at
     FROM attempt a
     JOIN attempt_item i ON i.attempt_id = a.id
     JOIN question_fact f ON f.version_id = i.version_id AND f.is_only
     WHERE a.id = $1 AND a.person_id = $2 AND i.final_at IS NOT NULL
       AND ($3 = 'all' OR i.position = ANY($4)) AND ${IS_ASKABLE('f.fact_id')}
     ON CONFLICT DO NOTHING RETURNING fact_id`,
    [attempt, personId, which, missed],
  )
  await settleReviews(personId, attempt)
  return { done: { kept: rows.length } }
}

/** SQL: whether a fact can be asked by itself, as of now: a standing question about it alone that needs no article. */
export const IS_ASKABLE = (fact: string): string => `EXISTS (
  SELECT FROM question_fact way JOIN bank_item bank ON bank.version_id = way.version_id
  WHERE way.fact_id = ${fact} AND way.is_only AND NOT bank.needs_article)`

export const factSchema = z.strictObject({ fact: id })
export type Fact = z.output<typeof factSchema>

type Changed = Outcome<{ readonly changed: true }>

async function change(personId: string | null, sql: string, values: readonly unknown[]): Promise<Changed> {
  if (personId === null) return { refused: 'not-found' }
  const { rowCount } = await pool().query(sql, [personId, ...values])
  return rowCount === 0 ? { refused: 'not-found' } : { done: { changed: true } }
}

/** Leaves a fact out until the viewer's own tomorrow. */
export async function buryFact({ personId }: Viewer, { fact }: Fact): Promise<Changed> {
  const { zone } = await getLearning(personId)
  const until = ownDayEnd(await storeTime(), zone)
  return change(personId, 'UPDATE memory SET buried_until = $3 WHERE person_id = $1 AND fact_id = $2', [
    fact,
    until,
  ])
}

export const suspendSchema = z.strictObject({ fact: id, isSuspended: z.boolean() })

/** Leaves a fact out until the viewer takes it back in. */
export const suspendFact = (
  { personId }: Viewer,
  { fact, isSuspended }: z.output<typeof suspendSchema>,
): Promise<Changed> =>
  change(personId, 'UPDATE memory SET is_suspended = $3 WHERE person_id = $1 AND fact_id = $2', [
    fact,
    isSuspended,
  ])

/** Keeps a fact in mind no longer. */
export const dropFact = ({ personId }: Viewer, { fact }: Fact): Promise<Changed> =>
  change(personId, 'DELETE FROM memory WHERE person_id = $1 AND fact_id = $2', [fact])

export const gradeSchema = z.strictObject({
  attempt: id,
  position: z.int().min(1).max(1_000),
  grade: z.enum(GRADES),
})

/** Grades the last review of a fact anew, as its owner says it was: the memory is reckoned again from before it. */
export async function regrade(
  { personId }: Viewer,
  { attempt, position, grade }: z.output<typeof gradeSchema>,
): Promise<Changed> {
  if (personId === null) return { refused: 'not-found' }
  const settings = memorySettings(await getLearning(personId))
  return transaction<Changed>(async (client) => {
    const last = await lockLast(client, personId, attempt, position)
    if (!last) return { refused: 'not-found' }
    await client.query('UPDATE review SET grade = $3 WHERE attempt_id = $1 AND position = $2', [
      attempt,
      position,
      grade,
    ])
    const seed = seedFor(personId, last.fact_id)
    const after = review(readMemory(last.before), grade, { now: last.at, seed }, settings)
    await storeMemory(client, personId, last.fact_id, after)
    return { done: { changed: true } }
  })
}

export const undoSchema = gradeSchema.omit({ grade: true })

/** Takes the last review of a fact back: the memory is what it was before. */
export async function undoReview(
  { personId }: Viewer,
  { attempt, position }: z.output<typeof undoSchema>,
): Promise<Changed> {
  if (personId === null) return { refused: 'not-found' }
  return transaction<Changed>(async (client) => {
    const last = await lockLast(client, personId, attempt, position)
    if (!last) return { refused: 'not-found' }
    await client.query(
      'UPDATE review SET undone_at = clock_timestamp() WHERE attempt_id = $1 AND position = $2',
      [attempt, position],
    )
    await storeMemory(client, personId, last.fact_id, readMemory(last.before))
    return { done: { changed: true } }
  })
}

interface LastRow {
  fact_id: string
  at: Date
  before: unknown
}

/** The review of that question, its memory held, where it is the last of its fact that was not taken back. */
async function lockLast(
  client: pg.PoolClient,
  personId: string,
  attempt: string,
  position: number,
): Promise<LastRow | null> {
  await client.query('SELECT FROM person WHERE id = $1 FOR NO KEY UPDATE', [personId])
  const { rows } = await client.query<LastRow>(
    `SELECT r.fact_id, r.at, r.before FROM review r
     JOIN memory m ON m.person_id = r.person_id AND m.fact_id = r.fact_id
     WHERE r.attempt_id = $1 AND r.position = $2 AND r.person_id = $3 AND r.undone_at IS NULL
       AND NOT EXISTS (
         SELECT FROM review later WHERE later.person_id = r.person_id AND later.fact_id = r.fact_id
           AND later.undone_at IS NULL AND later.at > r.at)`,
    [attempt, position, personId],
  )
  return rows[0] ?? null
}
