import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { closeStore, pool } from '#server/db'
import { env } from '#server/env'
import { withClient } from '#server/postgres/with-client'
import { type Reader, reading, readingNow } from '#server/reading'
import { type OwnPostgres, startOwnPostgres } from '../support/own-postgres.ts'
import { type RunningReplica, startReplica } from '../support/replica.ts'

const account = { database: 'bellwether', role: 'bellwether', password: 'only-for-tests' }
let main: OwnPostgres
let copy: RunningReplica

beforeAll(async () => {
  main = await startOwnPostgres(`replicated-${process.pid}`, account)
  copy = await startReplica(main.adminUrl('postgres'))
})
afterAll(async () => {
  await closeStore()
  await copy?.stop()
  await main?.stop()
})
beforeEach(async () => {
  await closeStore()
  // It was read already, for the servers of another test.
  Object.assign(env(), { DATABASE_URL: main.url, DATABASE_REPLICA_URL: copyUrl() })
  await onCopy('SELECT pg_wal_replay_resume()')
})

const copyUrl = (): string => {
  const url = new URL(copy.adminUrl(account.database))
  return Object.assign(url, { username: account.role, password: account.password }).href
}
const onCopy = (sql: string): Promise<unknown> =>
  withClient({ connectionString: copy.adminUrl(account.database) }, (client) => client.query(sql))

/** Whether what is asked there comes from the replica. */
const isCopy = async (from: Reader): Promise<boolean> =>
  (await from.query<{ is: boolean }>('SELECT pg_is_in_recovery() AS is')).rows[0]?.is ?? false

test('the library is read from a replica once it was seen to keep up', async () => {
  expect(await isCopy(reading())).toBe(false)
  await expect.poll(() => isCopy(reading())).toBe(true)
  expect(await isCopy(pool())).toBe(false)
})

test('a report is never older than the moment it was asked for', async () => {
  await pool().query('CREATE TABLE IF NOT EXISTS counted (n int)')
  for (let n = 1; n <= 20; n++) {
    await pool().query('INSERT INTO counted VALUES ($1)', [n])
    const from = await readingNow()
    expect(await isCopy(from)).toBe(true)
    expect((await from.query<{ n: number }>('SELECT max(n) AS n FROM counted')).rows).toEqual([{ n }])
  }
})

test('a replica that falls behind is not read until it has caught up', async () => {
  await pool().query('CREATE TABLE IF NOT EXISTS late (n int)')
  await expect.poll(() => isCopy(reading())).toBe(true)
  await onCopy('SELECT pg_wal_replay_pause()')
  await expect.poll(async () => JSON.stringify(await pausedState())).toContain('paused')
  await pool().query('INSERT INTO late VALUES (1)')
  const from = await readingNow()
  expect(await isCopy(from)).toBe(false)
  expect((await from.query('SELECT n FROM late')).rows).toEqual([{ n: 1 }])
  await closeStore()
  expect(await isCopy(reading())).toBe(false)
  await new Promise((resolve) => setTimeout(resolve, 300))
  expect(await isCopy(reading())).toBe(false)
  await onCopy('SELECT pg_wal_replay_resume()')
  expect(await isCopy(await readingNow())).toBe(true)
})

const pausedState = () =>
  withClient(
    { connectionString: copy.adminUrl(account.database) },
    async (client) => (await client.query('SELECT pg_get_wal_replay_pause_state() AS state')).rows,
  )

test('a replica that goes away costs a reader nothing but time, and is read again when it is back', async () => {
  await expect.poll(() => isCopy(reading())).toBe(true)
  const from = reading()
  await withClient({ connectionString: copy.adminUrl('postgres') }, (client) =>
    client.query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'bellwether' AND pid <> pg_backend_pid()",
    ),
  )
  await copy.stop()
  expect(await isCopy(from)).toBe(false)
  expect(await isCopy(reading())).toBe(false)
  expect(await isCopy(await readingNow())).toBe(false)
  copy = await startReplica(main.adminUrl('postgres'))
})
