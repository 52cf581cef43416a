import fs from 'node:fs'
import path from 'node:path'
import { type Taken, writeBackup } from './write.ts'

/** When a backup is taken unasked. */
export type Sort = 'daily' | 'before-migration'

/** So many of each sort are kept. */
export const KEPT = 7

/** A draft that nobody has finished by then, in milliseconds, is what a process that was killed left behind. */
const ABANDONED = 24 * 60 * 60 * 1000

/**
 * The folder that automatic backups go to: the one that is set (BELLWETHER_BACKUPS), else `backups` in the data folder; null
 * where they are turned off ('off'), or where no data folder is there.
 */
export function backupsFolder(setting: string | undefined, dataFolder: string): string | null {
  if (setting === 'off') return null
  if (setting !== undefined) return path.resolve(setting)
  return fs.existsSync(dataFolder) ? path.resolve(dataFolder, 'backups') : null
}

/** A backup that was taken unasked. */
export interface Kept extends Taken {
  readonly bytes: number
}

/**
 * Writes a backup of the database at `url` (a direct connection) into the folder, under a name by which those of a sort stand
 * in the order of their age, and only then removes those of its sort that are too many. Throws where it could not be written
 * whole; nothing has been removed then.
 */
export async function keepBackup(url: string, folder: string, sort: Sort): Promise<Kept> {
  const stamp = new Date().toISOString().replace(/[:.]/g, '-')
  const taken = await writeBackup(url, path.join(folder, `${sort}-${stamp}.gz`))
  const { size } = await fs.promises.stat(taken.file)
  await clear(folder, sort)
  return { ...taken, bytes: size }
}

async function clear(folder: string, sort: Sort): Promise<void> {
  const ours = (await fs.promises.readdir(folder)).filter((name) => name.startsWith(`${sort}-2`)).sort()
  const whole = ours.filter((name) => name.endsWith('.gz'))
  const abandoned: string[] = []
  for (const name of ours.filter((each) => each.endsWith('.part'))) {
    const { mtimeMs } = await fs.promises.stat(path.join(folder, name))
    if (Date.now() - mtimeMs > ABANDONED) abandoned.push(name)
  }
  for (const name of [...whole.slice(0, -KEPT), ...abandoned])
    await fs.promises.rm(path.join(folder, name), { force: true })
}
