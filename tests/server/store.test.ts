import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closeStore, pool } from '#server/db'
import { QUESTIONS, storeQuiz } from '../support/quiz.ts'
import { begin, call, type Guest, save } from '../support/site.ts'

let guest: Guest
beforeAll(async () => {
  const { set } = await storeQuiz()
  guest = await begin(set)
  await save(guest, { position: 2, answer: true, check: true })
  await call('POST /api/attempts/[id]/pack', { id: guest.attempt, cookie: guest.cookie, body: {} })
  await call('POST /api/attempts/[id]/submit', { id: guest.attempt, cookie: guest.cookie })
})
afterAll(closeStore)

/** What became of a statement: how many rows it touched, or its SQLSTATE. */
const attempt = (sql: string): Promise<number | string | null> =>
  pool()
    .query(sql)
    .then(
      ({ rowCount }) => rowCount,
      ({ code }) => code,
    )
const REFUSED = '23001'

describe('what is stored once stays as it was', () => {
  const changes: Record<string, string> = {
    revision: "text = 'other'",
    reading: "engine_version = 'other'",
    question: "family_key = 'other'",
    question_version: "stem = 'other'",
    quiz_set: 'number = 9',
    quiz_set_item: 'position = 9',
    response: 'answer = \'"other"\'',
    attempt: 'submitted_at = null',
    attempt_item: 'final_at = null',
    handed_out: 'at = clock_timestamp()',
  }
  test.each(Object.entries(changes))('%s', async (table, change) => {
    expect(await attempt(`SELECT FROM ${table}`)).toBeGreaterThan(0)
    expect(await attempt(`UPDATE ${table} SET ${change}`)).toBe(REFUSED)
    expect(await attempt(`DELETE FROM ${table}`)).toBe(REFUSED)
    expect(await attempt(`TRUNCATE ${table} CASCADE`)).toBe(REFUSED)
  })

  test('facts, their readings and withdrawals too', async () => {
    const { rows } = await pool().query(
      "SELECT tgrelid::regclass::text AS name FROM pg_trigger WHERE tgname LIKE '%\\_stays' ORDER BY 1",
    )
    expect(rows.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['fact', 'fact_reading', 'withdrawal']),
    )
  })

  test('an attempt cannot be pinned to something else while it is open', async () => {
    const { set } = await storeQuiz()
    const open = await begin(set)
    const where = `WHERE attempt_id = '${open.attempt}'`
    expect(await attempt(`UPDATE attempt_item SET arrangement = '{}' ${where}`)).toBe(REFUSED)
    expect(await attempt(`UPDATE attempt_item SET version_id = '${randomUUID()}' ${where}`)).toBe(REFUSED)
    expect(await attempt(`UPDATE attempt SET mode = 'test' WHERE id = '${open.attempt}'`)).toBe(REFUSED)
    expect(await attempt(`UPDATE attempt SET tries = 3 WHERE id = '${open.attempt}'`)).toBe(REFUSED)
    expect(await attempt(`UPDATE attempt_item SET final_at = now() ${where}`)).toBe(QUESTIONS.length)
  })
})

test('an attempt keeps its version when a newer set comes, and a new attempt gets the newer set', async () => {
  const { set, versions } = await storeQuiz()
  const open = await begin(set)
  const newer = randomUUID()
  await pool().query(
    `INSERT INTO quiz_set (id, article_id, revision_id, reading_id, number, settings)
     SELECT $1, article_id, revision_id, reading_id, 2, settings FROM quiz_set WHERE id = $2`,
    [newer, set],
  )
  await pool().query('INSERT INTO quiz_set_item (set_id, position, version_id) VALUES ($1, 1, $2)', [
    newer,
    versions[3],
  ])
  const view = await call('GET /api/attempts/[id]', { id: open.attempt, cookie: open.cookie })
  expect(view.json.items.map(({ question }: { question: string }) => question)).toEqual(versions)
  expect((await begin(set)).view.items.map(({ question }) => question)).toEqual([versions[3]])
})

test('what was acknowledged is flushed to disk whatever the server defaults to', async () => {
  const { rows } = await pool().query('SHOW fsync')
  expect(rows).toEqual([{ fsync: 'on' }])
  const client = await pool().connect()
  try {
    await client.query('SET synchronous_commit = off')
    await client.query('BEGIN')
    const { set } = await storeQuiz()
    const open = await begin(set)
    await client.query("SELECT * FROM save_response($1, $2, 1, 1, $3, 'hash', 'null', null, false, null)", [
      ...[open.attempt, randomUUID(), randomUUID()],
    ])
    expect((await client.query('SHOW synchronous_commit')).rows).toEqual([{ synchronous_commit: 'on' }])
    await client.query('ROLLBACK')
    await client.query('RESET synchronous_commit')
  } finally {
    client.release()
  }
})
