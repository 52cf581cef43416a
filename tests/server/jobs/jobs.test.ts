import { afterAll, expect, test, vi } from 'vitest'
import { closeStore, pool, transaction } from '#server/db'
import { addJob } from '#server/jobs/add'
import { JOB_INPUTS } from '#server/jobs/inputs'
import { runJobs, runJobsOnce } from '#server/jobs/run'
import { migrateJobs } from '#server/jobs/schema'
import { WORKS } from '#server/jobs/works'

afterAll(closeStore)

const waiting = async () => (await pool().query('SELECT key, attempts FROM graphile_worker.jobs')).rows

test('every job is known by what it is told and by what it does', () => {
  expect(Object.keys(WORKS).sort()).toEqual(Object.keys(JOB_INPUTS).sort())
})

test('a job is done only if the transaction that wants it is committed', async () => {
  await transaction(async (client) => {
    await addJob(client, 'clear-notices', {})
    throw new Error('broken off')
  }).catch(() => {})
  expect(await waiting()).toEqual([])
  await transaction((client) => addJob(client, 'clear-notices', {}))
  expect(await waiting()).toHaveLength(1)
  await runJobsOnce()
  expect(await waiting()).toEqual([])
})

test('of jobs that wait under one key there is one', async () => {
  for (let i = 0; i < 3; i++) await addJob(pool(), 'clear-notices', {}, 'one')
  expect(await waiting()).toHaveLength(1)
  await runJobsOnce()
})

test('a job that fails waits to be tried again, and the log names it and nothing of what it was told', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {})
  await pool().query(
    `SELECT graphile_worker.add_job('send-letter', '{"letter":"love","mail":"ada@school.example"}')`,
  )
  await runJobsOnce()
  expect(await waiting()).toMatchObject([{ attempts: 1 }])
  expect(log.mock.calls.flat().join()).toContain('job send-letter')
  expect(log.mock.calls.flat().join()).not.toContain('ada@')
  log.mockRestore()
  await pool().query('DELETE FROM graphile_worker._private_jobs')
})

test('a job that fails with words no store takes is tried again like any other', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {})
  const work = vi.spyOn(WORKS['clear-notices'], 'work').mockRejectedValue(new Error('they said \u0000\ud800'))
  await addJob(pool(), 'clear-notices', {})
  await runJobsOnce()
  expect((await pool().query('SELECT attempts, locked_at FROM graphile_worker.jobs')).rows).toEqual([
    { attempts: 1, locked_at: null },
  ])
  work.mockRestore()
  log.mockRestore()
  await pool().query('DELETE FROM graphile_worker._private_jobs')
})

test('a job that is wanted while the runner waits is done at once', async () => {
  const runner = await runJobs()
  try {
    await addJob(pool(), 'clear-notices', {})
    const asked = performance.now()
    while ((await waiting()).length > 0) await new Promise((resolve) => setTimeout(resolve, 20))
    // It would look by itself only every two seconds.
    expect(performance.now() - asked).toBeLessThan(1_900)
  } finally {
    await runner.stop()
  }
})

test('letters to a mail server that does not answer keep no other job from being done', async () => {
  const work = vi.spyOn(WORKS['send-letter'], 'work')
  let letGo = () => {}
  const answered = new Promise<void>((resolve) => {
    letGo = resolve
  })
  let underWay = 0
  work.mockImplementation(async () => {
    underWay++
    await answered
  })
  for (let i = 0; i < 10; i++)
    await addJob(pool(), 'send-letter', { letter: 'reset-password', mail: `reader-${i}@school.example` })
  const runner = await runJobs()
  try {
    while (underWay === 0) await new Promise((resolve) => setTimeout(resolve, 20))
    await addJob(pool(), 'clear-notices', {}, 'ours')
    const isDone = async () => !(await waiting()).some(({ key }) => key === 'ours')
    await vi.waitFor(async () => expect(await isDone()).toBe(true), 10_000)
    expect(underWay).toBe(1)
  } finally {
    letGo()
    await runner.stop()
    work.mockRestore()
    await pool().query('DELETE FROM graphile_worker._private_jobs')
  }
})

test('several nodes may bring the tables of the jobs up to date at once', async () => {
  const url = process.env.DATABASE_URL ?? ''
  await pool().query('DROP SCHEMA graphile_worker CASCADE')
  await Promise.all([migrateJobs(url), migrateJobs(url), migrateJobs(url)])
  await addJob(pool(), 'clear-notices', {})
  expect(await waiting()).toHaveLength(1)
})
