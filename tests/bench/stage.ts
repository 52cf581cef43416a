import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { loadContent } from '#server/content/load'
import { closeStore } from '#server/db'
import { findFreePort } from '#server/postgres/server'
import { buildApp, nextProgram } from '../../scripts/launcher/build.ts'
import { type Child, startChild } from '../../scripts/launcher/child.ts'
import { root } from '../../scripts/launcher/prisma.ts'
import { runNode } from '../../scripts/launcher/run.ts'
import { startOwnPostgres } from '../support/own-postgres.ts'

/** A served app and the number of its one process. */
export interface Served {
  readonly url: string
  readonly pid: number
}

export interface Started {
  readonly served: Served
  readonly child: Child
}

/** The app and a bare Next app, freshly started. */
export interface Pair {
  readonly ours: Served
  readonly bare: Served
  close(): Promise<void>
}

/** Everything the bench measures, and the database that both apps of a pair use. */
export interface Stage {
  startPair(): Promise<Pair>
  /** Starts one of the two by itself, until it answers at this path. */
  start(which: 'ours' | 'bare', path: string): Promise<Started>
  readonly database: pg.Pool
  readonly sets: readonly string[]
  close(): Promise<void>
}

/** Who owns the databases of the bench. */
export const account = { database: 'bellwether', role: 'bellwether', password: 'only-for-the-bench' }

export const SECRET = 'a secret that only the bench needs'

/** Builds both apps, to be started over a database of their own in the system's temporary folder. */
export async function setStage(say: (line: string) => void): Promise<Stage> {
  const server = await startOwnPostgres('bench', account)
  const environment = { DATABASE_URL: server.url, BELLWETHER_SECRET: SECRET }
  Object.assign(process.env, environment)
  await loadContent({ folder: path.join(root, 'content') })
  await closeStore()
  const database = new pg.Pool({ connectionString: server.url })
  await database.query(
    'CREATE TABLE bare_save (id bigserial PRIMARY KEY, attempt uuid NOT NULL, position int NOT NULL, answer jsonb NOT NULL, saved_at timestamptz NOT NULL DEFAULT now())',
  )
  const { rows } = await database.query<{ id: string }>(
    'SELECT DISTINCT ON (article_id) id FROM quiz_set ORDER BY article_id, number DESC',
  )
  await buildApp(say)
  await buildBare(say)
  const words = { ours: [nextProgram, 'start'], bare: [nextProgram, 'start', bareFolder] }
  return {
    start: (which, path) => serve(words[which], environment, path),
    async startPair() {
      const ours = await serve(words.ours, environment)
      const bare = await serve(words.bare, environment)
      return {
        ours: ours.served,
        bare: bare.served,
        close: async () => void (await Promise.all([ours.child.stop(), bare.child.stop()])),
      }
    },
    database,
    sets: rows.map(({ id }) => id),
    async close() {
      await database.end()
      await server.stop()
      fs.rmSync(path.join(bareFolder, '.next'), { recursive: true, force: true })
    },
  }
}

/** The bare app, built where it stands: it has to lie in the clone to find its packages, and outside node_modules. */
const bareFolder = path.join(root, 'tests/bench/bare')

async function buildBare(say: (line: string) => void): Promise<void> {
  say('Building the bare app ...')
  const env = { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', DATABASE_URL: '' }
  const { code, output } = await runNode([nextProgram, 'build', bareFolder], { cwd: root, quiet: true, env })
  if (code !== 0) throw new Error(`The bare app could not be built:\n${output}`)
}

/** Milliseconds until a server that says nothing is given up. */
const PATIENCE = 60_000

/** Starts a server of Next and waits for its first reply, at a path. */
export async function serve(words: readonly string[], environment: object, path = '/'): Promise<Started> {
  const port = await findFreePort()
  const url = `http://127.0.0.1:${port}`
  const child = startChild(
    [...words, '-H', '127.0.0.1', '-p', String(port)],
    { ...process.env, ...environment, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    // What Next says of itself.
    /./,
  )
  for (const end = performance.now() + PATIENCE; performance.now() < end; await sleep(10)) {
    const reply = await fetch(url + path).catch(() => null)
    await reply?.arrayBuffer()
    if (reply?.ok) return { served: { url, pid: child.pid }, child }
  }
  throw new Error(`nothing is served at ${url}`)
}
