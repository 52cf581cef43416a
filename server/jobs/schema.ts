import { runMigrations } from 'graphile-worker'
import { quiet } from './quiet.ts'

/**
 * Brings graphile-worker's own tables (its schema `graphile_worker`) up to date, over a direct connection. Any number of
 * nodes may call it at once.
 */
export const migrateJobs = (url: string): Promise<void> =>
  runMigrations({ connectionString: url, maxPoolSize: 1, logger: quiet })
