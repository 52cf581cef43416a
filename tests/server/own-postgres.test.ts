import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { isRunning } from '../support/app.ts'
import { type OwnPostgres, startOwnPostgres } from '../support/own-postgres.ts'

const account = { database: 'bellwether', role: 'bellwether', password: 'only-for-tests' }
/** Nobody else's, so that no other run is in the way. */
const purpose = `forgotten-${process.pid}`

const owners: ChildProcess[] = []
const servers: OwnPostgres[] = []
afterEach(async () => {
  await Promise.all(owners.map(kill))
  for (const server of servers) await server.stop()
  // Takes down what the others have left.
  await (await startOwnPostgres(purpose, account)).stop()
})

async function kill(owner: ChildProcess): Promise<void> {
  if (owner.kill('SIGKILL')) await once(owner, 'exit')
}

/** A process that has started a PostgreSQL for this purpose, and the number of that server's process. */
async function startOwner(): Promise<{ owner: ChildProcess; postgres: number }> {
  const program = `
    const { startOwnPostgres } = await import('./tests/support/own-postgres.ts')
    const { pid } = await startOwnPostgres('${purpose}', ${JSON.stringify(account)})
    console.log(pid)
    setInterval(() => {}, 1000)`
  const owner = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', program], {
    cwd: path.resolve(import.meta.dirname, '../..'),
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  owners.push(owner)
  const [line] = await once(owner.stdout, 'data')
  return { owner, postgres: Number(line) }
}

test('a database whose process was killed outright is taken down by the next run, and that of a living one is not', async () => {
  const dead = await startOwner()
  const living = await startOwner()
  await kill(dead.owner)
  expect(isRunning(dead.postgres)).toBe(true)
  servers.push(await startOwnPostgres(purpose, account))
  expect(isRunning(dead.postgres)).toBe(false)
  expect(isRunning(living.postgres)).toBe(true)
})
