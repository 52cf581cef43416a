import path from 'node:path'
import { backupsFolder, type Kept, keepBackup } from '../../server/backup/automatic.ts'
import { noteBackup } from '../../server/backup/noted.ts'
import { isInUse } from '../../server/backup/restore.ts'
import { migrateJobs } from '../../server/jobs/schema.ts'
import { migrate } from '../../server/migrate.ts'
import { withClient } from '../../server/postgres/with-client.ts'
import type { Options } from './options.ts'
import { root } from './prisma.ts'

/**
 * Brings the database at `url` (a direct connection) up to date. One that holds something is backed up before it is changed;
 * where that fails it is left as it is, and a sentence is thrown that says what to do.
 */
export async function bringUpToDate(
  url: string,
  options: Options,
  report: (line: string) => void,
): Promise<void> {
  const taken: Kept[] = []
  const { applied, unknown } = await migrate(url, path.join(root, 'prisma/migrations'), {
    before: async () => {
      const folder = backupsFolder(options.backups ?? undefined, options.dataFolder)
      if (folder === null || !(await isInUse(url))) return
      try {
        // A backup holds the jobs too: a store from before there were any gets their tables first.
        await migrateJobs(url)
        taken.push(await keepBackup(url, folder, 'before-migration'))
      } catch (error) {
        if (!options.withoutBackup) throw new Error(sayFailed(folder, error), { cause: error })
        report('The database could not be backed up; it is brought up to date without, as you asked.')
      }
    },
  })
  await migrateJobs(url)
  for (const kept of taken) {
    report(`What the database held is in ${kept.file}.`)
    await withClient({ connectionString: url }, (client) => noteBackup(client, 'before-migration', kept))
  }
  if (applied.length > 0) report(`Brought the database up to date (${applied.length} migrations).`)
  if (unknown.length > 0) report(`The database has been used by a newer Bellwether (${unknown.join(', ')}).`)
}

const sayFailed = (folder: string, error: unknown): string =>
  `A newer Bellwether wants to change the database, and could not back it up into ${folder} first: ${
    error instanceof Error ? error.message : error
  }. The database is as it was. Make room there, or name another folder in BELLWETHER_BACKUPS, and start again; "npm start -- --without-backup" goes on without a backup.`
