import { afterAll, afterEach, expect, test } from 'vitest'
import { closeStore, pool } from '#server/db'
import { getState } from '#server/health/state'
import { giveUpJob, retryJob } from '#server/health/tend-jobs'
import { ANYONE } from '#server/viewer'

afterAll(closeStore)
afterEach(() => pool().query('DELETE FROM graphile_worker._private_jobs'))

/** A job whose tries are used up, and what its error said. */
async function failed(): Promise<string> {
  const { rows } = await pool().query<{ id: string }>(
    `SELECT id::text FROM graphile_worker.add_job('send-letter', '{"mail":"SECRET"}')`,
  )
  const id = rows[0]?.id ?? ''
  await pool().query(
    `UPDATE graphile_worker._private_jobs SET attempts = max_attempts, last_error = 'SECRET' WHERE id = $1`,
    [id],
  )
  return id
}

test('an admin sees what has gone wrong, and no word of what anybody wrote', async () => {
  const id = await failed()
  await pool().query(
    `INSERT INTO backup (id, node, sort, file, bytes, at) VALUES (gen_random_uuid(), 'n', 'daily', '/b.gz', 12, now() - interval '2 d')`,
  )
  await pool().query(
    `INSERT INTO backup (id, node, sort, failure) VALUES (gen_random_uuid(), 'n', 'daily', 'ENOSPC')`,
  )
  const state = await getState(ANYONE)
  expect(state.failedJobs).toMatchObject([{ id, task: 'send-letter', nextAt: null }])
  expect(state.lastBackup).toMatchObject({ file: '/b.gz', bytes: 12 })
  expect(state.failedBackup).toMatchObject({ failure: 'ENOSPC' })
  expect(state.databaseBytes).toBeGreaterThan(1e6)
  expect(state.tables.length).toBeGreaterThan(3)
  expect(state.versions.map(({ version }) => version).every((version) => /\d/.test(version))).toBe(true)
  expect(JSON.stringify(state)).not.toContain('SECRET')
})

test('a job that went wrong is tried again from its first try, or given up, and that is written down', async () => {
  const id = await failed()
  expect(await retryJob(ANYONE, { job: id })).toHaveProperty('done')
  const { rows } = await pool().query('SELECT attempts, run_at <= now() AS due FROM graphile_worker.jobs')
  expect(rows).toEqual([{ attempts: 0, due: true }])
  expect(await giveUpJob(ANYONE, { job: id })).toHaveProperty('done')
  expect((await pool().query('SELECT FROM graphile_worker.jobs')).rowCount).toBe(0)
  const audited = await pool().query(`SELECT deed, details FROM audit_entry ORDER BY at`)
  expect(audited.rows).toEqual([
    { deed: 'retry-job', details: { job: 'send-letter' } },
    { deed: 'give-up-job', details: { job: 'send-letter' } },
  ])
})

test('a job that is not there, or has not gone wrong, is left alone', async () => {
  const { rows } = await pool().query(`SELECT id::text FROM graphile_worker.add_job('find-fits', '{}')`)
  for (const job of [rows[0].id, '999999'])
    for (const tend of [retryJob, giveUpJob])
      expect(await tend(ANYONE, { job })).toEqual({ refused: 'not-found' })
  expect((await pool().query('SELECT FROM graphile_worker.jobs')).rowCount).toBe(1)
})
