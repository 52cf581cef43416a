import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeStore } from '#server/db'
import { ensureDatabase } from '#server/postgres/database'
import { preparePlace } from '#server/postgres/place'
import { findFreePort, type PostgresServer, startPostgres } from '#server/postgres/server'
import { createAssignment } from '../../../server/assignments/assign.ts'
import { migrateJobs } from '../../../server/jobs/schema.ts'
import { migrate } from '../../../server/migrate.ts'
import { openEvents } from '../../support/events.ts'
import { migrationsFolder } from '../../support/own-postgres.ts'
import { storeQuiz } from '../../support/quiz.ts'
import { doneOf, openClass, RULES_OF_TEST } from '../../support/school.ts'
import { call } from '../../support/site.ts'

const account = { database: 'bellwether', role: 'bellwether', password: 'only-for-tests' }
let folder: string
let port: number
let server: PostgresServer

const start = async () => {
  server = await startPostgres({
    place: preparePlace(path.join(folder, 'data'), path.join(folder, 'elsewhere')),
    password: account.password,
    logFile: path.join(folder, 'postgres.log'),
    port,
  })
}

beforeAll(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'bellwether-watching-'))
  // The account PostgreSQL runs as has to pass through it.
  fs.chmodSync(folder, 0o711)
  port = await findFreePort()
  await start()
  await ensureDatabase(server.adminUrl('postgres'), account)
  const url = new URL(server.adminUrl(account.database))
  url.username = account.role
  await migrate(url.href, migrationsFolder)
  await migrateJobs(url.href)
  process.env.DATABASE_URL = url.href
})
afterAll(async () => {
  await closeStore()
  await server.stop()
  fs.rmSync(folder, { recursive: true, force: true })
})

test('a stream outlives a database that is killed and started again, and tells what was missed and what comes', async () => {
  const own = await openClass(1)
  const { set } = await storeQuiz()
  const assignment = doneOf(
    await createAssignment(own.teacher, { class: own.id, set, chosen: null, ...RULES_OF_TEST }),
  ).assignment
  const cookie = own.learners[0]?.cookie() ?? ''
  const { json } = await call('POST /api/attempts', { body: { assignment, key: randomUUID() }, cookie })
  const save = (position: number) =>
    call('POST /api/attempts/[id]/responses', {
      id: json.attempt,
      cookie,
      body: { position, sequence: 1, key: randomUUID(), answer: null, check: false },
    })

  const events = await openEvents({ class: own.id, assignment }, own.cookie())
  await events.next(0)
  const before = events.count()
  process.kill(server.pid, 'SIGKILL')
  await server.ended
  expect((await save(1)).status).toBe(503)
  await start()
  await expect.poll(async () => (await save(2)).status, { timeout: 20_000 }).toBe(200)
  await events.next(before)
  await expect.poll(async () => (await save(3)).status, { timeout: 20_000 }).toBe(200)
  await events.next(before + 1)
  await events.close()
})
