import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { ensureDatabase } from '#server/postgres/database'
import { preparePlace } from '#server/postgres/place'
import { takeOver } from '#server/postgres/postmaster'
import { startPostgres } from '#server/postgres/server'
import { ClaimedError, claimFile, claimFolder } from '../../scripts/launcher/claim.ts'
import { root } from '../../scripts/launcher/prisma.ts'
import { migrateJobs } from '../../server/jobs/schema.ts'
import { migrate } from '../../server/migrate.ts'

/** Where the migrations are. */
export const migrationsFolder = path.join(root, 'prisma/migrations')

export interface OwnPostgres {
  /** The number of its process, the newest one. */
  readonly pid: number
  /** The address of a server's database for its administrator. */
  readonly adminUrl: (database: string) => string
  /** The address of the migrated database for its role. */
  readonly url: string
  /** Where it says what it does. */
  readonly logFile: string
  /** Kills it outright and starts it again at the same port, as the launcher does. */
  killAndStart(): Promise<void>
  /** Stops the server and removes its folder. */
  stop(): Promise<void>
}

/**
 * A PostgreSQL of one's own with one migrated database, in the system's temporary folder: `bellwether-PURPOSE-…`. It
 * outlives a process that is killed outright; the next one with the same purpose takes it down.
 */
export async function startOwnPostgres(
  purpose: string,
  account: { readonly database: string; readonly role: string; readonly password: string },
  parent: string = os.tmpdir(),
): Promise<OwnPostgres> {
  await takeDownForgotten(purpose)
  const folder = fs.mkdtempSync(path.join(parent, prefix(purpose)))
  claimFolder(folder)
  // The account PostgreSQL runs as has to pass through it.
  fs.chmodSync(folder, 0o711)
  const logFile = path.join(folder, 'postgres.log')
  const options = { place: placeIn(folder), password: account.password, logFile }
  let server = await startPostgres(options)
  await ensureDatabase(server.adminUrl('postgres'), account)
  const url = new URL(server.adminUrl(account.database))
  url.username = account.role
  await migrate(url.href, migrationsFolder)
  await migrateJobs(url.href)
  return {
    get pid() {
      return server.pid
    },
    logFile,
    async killAndStart() {
      try {
        process.kill(server.pid, 'SIGKILL')
      } catch {
        // It has ended by itself.
      }
      await server.ended
      server = await startPostgres({ ...options, port: server.port })
    },
    adminUrl: (database) => server.adminUrl(database),
    url: url.href,
    async stop() {
      await server.stop()
      fs.rmSync(folder, { recursive: true, force: true })
    },
  }
}

const prefix = (purpose: string) => `bellwether-${purpose}-`
const placeIn = (folder: string) => preparePlace(path.join(folder, 'data'), path.join(folder, 'elsewhere'))

/** Shuts down the servers of this purpose whose process is dead, and removes their folders. Those of the living stay. */
async function takeDownForgotten(purpose: string): Promise<void> {
  for (const name of fs.readdirSync(os.tmpdir()).filter((each) => each.startsWith(prefix(purpose)))) {
    const folder = path.join(os.tmpdir(), name)
    // Without a claim it was made a moment ago, or is none of ours.
    if (!fs.existsSync(claimFile(folder)) || !claimAgain(folder)) continue
    await takeOver(placeIn(folder))
    fs.rmSync(folder, { recursive: true, force: true })
  }
}

/** Takes a folder that was claimed before, so that of two who find it forgotten one clears it; false when its holder lives. */
function claimAgain(folder: string): boolean {
  try {
    claimFolder(folder)
    return true
  } catch (error) {
    if (error instanceof ClaimedError) return false
    throw error
  }
}
