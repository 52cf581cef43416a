import { runMigrations } from 'graphile-worker'
import pg from 'pg'
import { quiet } from './quiet.ts'

/**
 * Brings graphile-worker's own tables (its schema `graphile_worker`) up to date, over a direct connection. Any number of
 * nodes may call it at once.
 */
export async function migrateJobs(url: string): Promise<void> {
  const pgPool = new pg.Pool({ connectionString: url, max: 1 })
  // A pool of graphile-worker's own is deaf by the time it closes: a database that stopped then would end the process.
  pgPool.on('error', () => {})
  pgPool.on('connect', (client) => client.on('error', () => {}))
  try {
    await runMigrations({ pgPool, logger: quiet })
  } finally {
    await pgPool.end()
  }
}
