import type pg from 'pg'
import { FEWEST_REVIEWS, fitWeights, type Grade, grouped, type Memory, reckonedAgain } from '#core'
import { pool, transaction } from '../db.ts'
import { addJob } from '../jobs/add.ts'
import { getLearning, memorySettings } from './learning.ts'
import { MEMORY } from './stored.ts'

/** Weights are fitted again once there are so many times the reviews of the last time. */
const MORE = 1.25

/** Has the weights fitted of everybody who has enough reviews, and enough more than the last time. */
export async function findFits(): Promise<void> {
  const { rows } = await pool().query<{ person_id: string }>(
    `SELECT r.person_id FROM review r JOIN learning l USING (person_id) WHERE r.undone_at IS NULL
     GROUP BY r.person_id, l.fitted_of HAVING count(*) >= greatest($1::int, $2::float8 * coalesce(l.fitted_of, 0))`,
    [FEWEST_REVIEWS, MORE],
  )
  for (const { person_id: person } of rows)
    await addJob(pool(), 'fit-weights', { person }, `fit-weights ${person}`)
}

interface Reviewed {
  readonly fact: string
  readonly at: Date
  readonly grade: Grade
}

/** A person's reviews that stand, oldest first. */
const listReviews = async (store: Pick<pg.ClientBase, 'query'>, personId: string): Promise<Reviewed[]> =>
  (
    await store.query<Reviewed>(
      `SELECT fact_id AS fact, at, grade FROM review WHERE person_id = $1 AND undone_at IS NULL ORDER BY at`,
      [personId],
    )
  ).rows

/**
 * Fits FSRS's weights to a person's own reviews, where that foretells them better than the usual weights do, and reckons
 * stability and difficulty of what they remember anew by them. No due date moves; the next reviews go by the new weights.
 */
export async function fitWeightsOf(personId: string): Promise<void> {
  const learning = await getLearning(personId)
  const reviews = await listReviews(pool(), personId)
  // Takes seconds; nobody is kept waiting by it.
  const weights = fitWeights(reviews, learning.zone)?.weights ?? []
  await transaction(async (client) => {
    // Not while an answer moves a memory (settle.ts).
    await client.query('SELECT FROM person WHERE id = $1 FOR NO KEY UPDATE', [personId])
    const { rowCount } = await client.query(
      `UPDATE learning SET weights = $2, fitted_at = clock_timestamp(), fitted_of = $3 WHERE person_id = $1`,
      [personId, weights, reviews.length],
    )
    if (rowCount === 1) await reckonAgain(client, personId, memorySettings({ ...learning, weights }))
  })
}

async function reckonAgain(
  client: pg.PoolClient,
  personId: string,
  settings: ReturnType<typeof memorySettings>,
): Promise<void> {
  const past = grouped(await listReviews(client, personId), ({ fact }) => fact)
  const { rows } = await client.query<Memory & { fact: string }>(
    `SELECT fact_id AS fact, ${MEMORY} FROM memory WHERE person_id = $1`,
    [personId],
  )
  const moved = rows.flatMap(({ fact, ...memory }) => {
    const reviews = past.get(fact)
    return reviews === undefined ? [] : [{ fact, ...reckonedAgain(memory, reviews, settings) }]
  })
  await client.query(
    `UPDATE memory SET stability = new.stability, difficulty = new.difficulty
     FROM unnest($2::uuid[], $3::float8[], $4::float8[]) AS new (fact, stability, difficulty)
     WHERE person_id = $1 AND fact_id = new.fact`,
    [
      personId,
      moved.map(({ fact }) => fact),
      moved.map(({ stability }) => stability),
      moved.map(({ difficulty }) => difficulty),
    ],
  )
}
