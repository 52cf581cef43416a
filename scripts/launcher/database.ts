import fs from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { ensureDatabase } from '../../server/postgres/database.ts'
import { preparePlace } from '../../server/postgres/place.ts'
import { type PostgresServer, startPostgres } from '../../server/postgres/server.ts'
import { withClient } from '../../server/postgres/with-client.ts'
import type { Options } from './options.ts'
import type { Secrets } from './secrets.ts'

/** The database the app is to use. `server` is null where it is not ours to start and stop. */
export type Database = { url: string; directUrl: string; server: PostgresServer | null }

/** What the embedded server calls ours. */
export const databaseNames = { database: 'bellwether', role: 'bellwether' }
const LOG_LIMIT = 5_000_000

/**
 * Starts the embedded database, or where DATABASE_URL names one, makes sure that it answers. `port` is for starting
 * again after a crash, where the app already knows the address. Throws one sentence for a person.
 */
export async function openDatabase(
  options: Options,
  secrets: Secrets,
  report: (line: string) => void,
  port?: number,
): Promise<Database> {
  if (options.databaseUrl !== null) {
    const directUrl = options.databaseDirectUrl ?? options.databaseUrl
    for (const url of new Set([options.databaseUrl, directUrl])) await checkReachable(url)
    await sayConnections(directUrl, options, report)
    return { url: options.databaseUrl, directUrl, server: null }
  }
  const place = preparePlace(options.dataFolder, options.sharedFolder)
  if (place.moved)
    report(
      `PostgreSQL runs as "${place.account?.name}", who cannot reach this folder: the database lives in ${place.data}.`,
    )
  const logFile = path.join(options.dataFolder, 'postgres.log')
  if ((fs.statSync(logFile, { throwIfNoEntry: false })?.size ?? 0) > LOG_LIMIT)
    fs.renameSync(logFile, `${logFile}.old`)
  const server = await startPostgres({
    place,
    password: secrets.databaseAdmin,
    logFile,
    ...(port === undefined ? {} : { port }),
  })
  await ensureDatabase(server.adminUrl('postgres'), { ...databaseNames, password: secrets.database })
  const url = `postgresql://${databaseNames.role}:${secrets.database}@127.0.0.1:${server.port}/${databaseNames.database}`
  return { url, directUrl: url, server }
}

/** Beside the connections of app and jobs: those of what listens, of the queue of jobs, and of what is done at a start. */
const BESIDE = 8

/** Says so where the database admits fewer connections than this node may want: some of its requests would be told to come back. */
async function sayConnections(
  directUrl: string,
  { databaseUrl, databaseConnections }: Options,
  report: (line: string) => void,
): Promise<void> {
  const { rows } = await withClient({ connectionString: directUrl }, (client) =>
    client.query<{ most: number; taken: number }>(
      `SELECT current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int AS most,
         (SELECT count(*)::int - 1 FROM pg_stat_activity WHERE backend_type = 'client backend') AS taken`,
    ),
  )
  const { most, taken } = (rows as [{ most: number; taken: number }])[0]
  const wanted = (databaseUrl === directUrl ? 2 * databaseConnections : 0) + BESIDE
  if (most - taken < wanted)
    report(
      `The database admits ${most} connections and ${taken} are taken; this node may want ${wanted}. Raise max_connections, lower DATABASE_CONNECTIONS, or put a pooler between (docs/operating.md).`,
    )
}

async function checkReachable(url: string): Promise<void> {
  const config = { connectionString: url, connectionTimeoutMillis: 10_000 }
  try {
    await withClient(config, (client) => client.query('SELECT 1'))
  } catch (error) {
    const { code, message } = error as Error & { code?: string }
    const { host, port } = new pg.Client(config)
    // Neither the password nor the whole address belongs in a terminal or a log.
    throw new Error(
      `The database that DATABASE_URL names (${host}:${port}) cannot be reached: ${message || code}.`,
    )
  }
}
