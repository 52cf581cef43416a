import { pool } from '../db.ts'
import { env } from '../env.ts'
import { logDone } from '../log.ts'
import { backupsFolder, keepBackup } from './automatic.ts'
import { noteBackup, noteFailedBackup } from './noted.ts'

const ownFolder = (): string | null => backupsFolder(env().BELLWETHER_BACKUPS, env().BELLWETHER_DATA)

/** Whether this node has a place for backups. */
export const keepsBackups = (): boolean => ownFolder() !== null

/** Takes the backup of the day, and writes down how it went. Throws where it failed. */
export async function backUpDaily(): Promise<void> {
  const folder = ownFolder()
  if (folder === null) return
  try {
    const kept = await keepBackup(env().DATABASE_DIRECT_URL, folder, 'daily')
    await noteBackup(pool(), 'daily', kept)
    logDone('back-up', { bytes: kept.bytes, takenAt: kept.takenAt })
  } catch (error) {
    // Where the database is what is away, nothing can be written down; the log says it.
    await noteFailedBackup(pool(), 'daily', error).catch(() => {})
    throw error
  }
}
