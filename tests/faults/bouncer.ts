import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { findFreePort } from '#server/postgres/server'
import { withClient } from '#server/postgres/with-client'
import { root } from '../../scripts/launcher/prisma.ts'

/** PgBouncer before a database. */
export interface Bouncer {
  /** The address of the database through it. */
  readonly url: string
  /** Kills it outright, and starts it again at the same port. */
  killAndStart(): Promise<void>
  stop(): Promise<void>
}

/** Starts PgBouncer by the settings that are handed out (deploy/pgbouncer.ini); throws one sentence where there is none. */
export async function startBouncer(direct: URL, adminUrl: string): Promise<Bouncer> {
  if (spawnSync('pgbouncer', ['--version']).status !== 0) throw new Error('there is no pgbouncer on the PATH')
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'bellwether-bouncer-'))
  fs.chmodSync(folder, 0o755)
  const port = await findFreePort()
  const users = path.join(folder, 'userlist.txt')
  fs.writeFileSync(users, await secretOf(direct.username, adminUrl))
  const file = path.join(folder, 'pgbouncer.ini')
  fs.writeFileSync(
    file,
    fs
      .readFileSync(path.join(root, 'deploy/pgbouncer.ini'), 'utf8')
      .replace('port=5432', `port=${direct.port}`)
      .replace('listen_port = 6432', `listen_port = ${port}`)
      .replace('/etc/pgbouncer/userlist.txt', users),
  )
  const url = new URL(direct)
  url.port = String(port)
  let child = await launch(file, url.href)
  const end = async (signal: NodeJS.Signals) => {
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill(signal)
    await ended
  }
  return {
    url: url.href,
    async killAndStart() {
      await end('SIGKILL')
      child = await launch(file, url.href)
    },
    async stop() {
      await end('SIGTERM')
      fs.rmSync(folder, { recursive: true })
    },
  }
}

/** It does not run as root. */
const AS = process.getuid?.() === 0 ? ['-u', 'nobody'] : []

async function launch(file: string, url: string): Promise<ChildProcess> {
  const child = spawn('pgbouncer', [...AS, file], { stdio: 'ignore' })
  for (let tries = 1; ; tries++)
    try {
      await withClient({ connectionString: url }, (client) => client.query('SELECT 1'))
      return child
    } catch (error) {
      if (tries === 50) throw error
      await sleep(100)
    }
}

/** The line of a role for `auth_file`, with the secret that PostgreSQL keeps. */
const secretOf = (role: string, adminUrl: string): Promise<string> =>
  withClient({ connectionString: adminUrl }, async (client) => {
    const { rows } = await client.query<{ secret: string }>(
      'SELECT rolpassword AS secret FROM pg_authid WHERE rolname = $1',
      [role],
    )
    return `"${role}" "${rows[0]?.secret}"\n`
  })
