import fs from 'node:fs'
import path from 'node:path'
import { preparePlace } from '../../server/postgres/place.ts'
import { ClaimedError, claimFolder, getHolder } from './claim.ts'
import { databaseNames, openDatabase } from './database.ts'
import type { Options } from './options.ts'
import { keepSecrets } from './secrets.ts'

/**
 * Does `work` on this installation's database, by its direct address: DATABASE_URL's, that of a launcher that runs, or one that
 * is started for it and stopped again. `isAlone`: nobody else may be running on the data folder. Throws one sentence for a
 * person.
 */
export async function withDatabase<T>(
  options: Options,
  { isAlone }: { readonly isAlone: boolean },
  work: (url: string) => Promise<T>,
): Promise<T> {
  if (!isAlone && options.databaseDirectUrl !== null) return work(options.databaseDirectUrl)
  if (!isAlone && getHolder(options.dataFolder)) return work(addressOfRunning(options))
  const claim = claimOrSay(options.dataFolder)
  try {
    const secrets = keepSecrets(options.dataFolder)
    const { directUrl, server } = await openDatabase(options, secrets, (line) =>
      process.stderr.write(`${line}\n`),
    )
    try {
      return await work(directUrl)
    } finally {
      await server?.stop()
    }
  } finally {
    claim.release()
  }
}

/** The address of the embedded server that a launcher runs; its port is the fourth line of PostgreSQL's own note. */
function addressOfRunning({ dataFolder, sharedFolder }: Options): string {
  const note = path.join(preparePlace(dataFolder, sharedFolder).data, 'postmaster.pid')
  const port = Number(fs.existsSync(note) && fs.readFileSync(note, 'utf8').split('\n')[3])
  if (!port) throw new Error('Bellwether is just starting or stopping; try again in a moment.')
  const { role, database } = databaseNames
  return `postgresql://${role}:${keepSecrets(dataFolder).database}@127.0.0.1:${port}/${database}`
}

function claimOrSay(folder: string) {
  try {
    return claimFolder(folder)
  } catch (error) {
    if (error instanceof ClaimedError)
      throw new Error(`Bellwether runs on this data folder (process ${error.holder.pid}): stop it first.`)
    throw error
  }
}
