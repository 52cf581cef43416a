import { randomUUID } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import {
  createRandom,
  DEFAULT_MEMORY_SETTINGS,
  DEFAULT_WEIGHTS,
  type Grade,
  type Memory,
  newMemory,
  retrievability,
  review,
} from '#core'
import { closeStore, pool } from '#server/db'
import { runJobsOnce } from '#server/jobs/run'
import { findFits } from '#server/reviews/fits'
import { getLearning } from '#server/reviews/learning'
import { getReview } from '#server/reviews/review'
import { writeMemory } from '#server/reviews/stored'
import { openMember } from '../../support/browser.ts'
import { storeQuiz } from '../../support/quiz.ts'
import { begin } from '../../support/site.ts'

const DAY = 86_400_000
const TURNS = 6
/** Forgets three times as fast as FSRS expects of anybody. */
const FORGETFUL = {
  ...DEFAULT_MEMORY_SETTINGS,
  weights: DEFAULT_WEIGHTS.map((weight, i) => (i < 4 ? weight / 3 : i === 8 ? weight - 0.6 : weight)),
}
const quiz = await storeQuiz()
afterAll(closeStore)

/** A member who has reviewed so many facts, six times each, as somebody forgetful does. */
async function openReader(facts: number) {
  const member = await openMember()
  const viewer = await member.viewer()
  const person = viewer.personId ?? ''
  const { attempt } = await begin(quiz.set, 'practice', member.cookie())
  const random = createRandom(`forgetful ${facts}`)
  const [article, names] = [randomUUID(), Array.from({ length: facts }, () => randomUUID())]
  const reviews: { fact: string; at: Date; grade: Grade; before: Memory }[] = []
  const memories = names.map((fact, i) => {
    let now = new Date(Date.UTC(2026, 0, 5, 18) + i * DAY)
    let [thought, real] = [newMemory(now), newMemory(now)]
    for (let turn = 0; turn < TURNS; turn++) {
      const chance = real.lastReview === null ? 0.75 : retrievability(real, now, FORGETFUL)
      const grade: Grade = random.next() < chance ? 'good' : 'again'
      reviews.push({ fact, at: now, grade, before: thought })
      thought = review(thought, grade, { now, seed: fact }, DEFAULT_MEMORY_SETTINGS)
      real = review(real, grade, { now, seed: fact }, FORGETFUL)
      now = thought.due
    }
    return { fact, ...thought }
  })
  const run = (sql: string, values: unknown[]) => pool().query(sql, values)
  await run('INSERT INTO article (id, slug) VALUES ($1, $2)', [article, `a-${article}`])
  await run(
    `INSERT INTO fact (id, article_id, stable_key) SELECT id, $1, id::text FROM unnest($2::uuid[]) AS id`,
    [article, names],
  )
  await run('INSERT INTO learning (person_id, zone, cap, retention) VALUES ($1, $2, 20, 0.9)', [
    person,
    'UTC',
  ])
  await run(
    `INSERT INTO memory (person_id, fact_id, due, stability, difficulty, interval, reps, lapses, last_review)
     SELECT $1, fact, due, stability, difficulty, interval, reps, lapses, "lastReview" FROM jsonb_to_recordset($2)
       AS m (fact uuid, due timestamptz, stability float8, difficulty float8, interval int, reps int, lapses int, "lastReview" timestamptz)`,
    [person, JSON.stringify(memories)],
  )
  await run(
    `INSERT INTO attempt_item (attempt_id, position, version_id, arrangement)
     SELECT $1, 100 + i, $2, '{}' FROM generate_series(1, $3::int) AS i`,
    [attempt, quiz.versions[0], reviews.length],
  )
  await run(
    `INSERT INTO review (attempt_id, position, person_id, fact_id, at, grade, before)
     SELECT $1, 100 + position, $2, fact, at, grade, before FROM jsonb_to_recordset($3)
       AS r (position int, fact uuid, at timestamptz, grade text, before jsonb)`,
    [
      attempt,
      person,
      JSON.stringify(
        reviews.map(({ before, ...each }, i) => ({ ...each, position: i + 1, before: writeMemory(before) })),
      ),
    ],
  )
  return { viewer, person }
}

const memoriesOf = async (person: string) =>
  (
    await pool().query<{ due: Date; stability: number }>(
      'SELECT due, stability FROM memory WHERE person_id = $1 ORDER BY fact_id',
      [person],
    )
  ).rows
const waiting = async () =>
  (await pool().query(`SELECT key FROM graphile_worker.jobs WHERE task_identifier = 'fit-weights'`)).rowCount

test('weights are fitted once there is enough, move no due date, and are fitted again only after many more', async () => {
  const { viewer, person } = await openReader(300)
  const before = await memoriesOf(person)
  await findFits()
  await runJobsOnce()

  const { weights, fitted } = await getLearning(person)
  expect(weights).toHaveLength(DEFAULT_WEIGHTS.length)
  expect(weights).not.toEqual(DEFAULT_WEIGHTS)
  expect(fitted?.reviews).toBe(300 * TURNS)
  expect((await getReview(viewer)).learning.fitted).toEqual(fitted)
  const after = await memoriesOf(person)
  expect(after.map(({ due }) => due)).toEqual(before.map(({ due }) => due))
  const mean = (memories: typeof after) =>
    memories.reduce((sum, { stability }) => sum + stability, 0) / memories.length
  expect(mean(after)).toBeLessThan(mean(before) * 0.8)

  await findFits()
  expect(await waiting()).toBe(0)
})

test('whoever has too few reviews keeps the usual weights', async () => {
  const { person } = await openReader(20)
  await findFits()
  expect(await waiting()).toBe(0)
  expect((await getLearning(person)).weights).toEqual([])
})
