import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { ensureDatabase } from '#server/postgres/database'
import { preparePlace } from '#server/postgres/place'
import { startPostgres } from '#server/postgres/server'
import { root } from '../../scripts/launcher/prisma.ts'
import { migrate } from '../../server/migrate.ts'

/** Where the migrations are. */
export const migrationsFolder = path.join(root, 'prisma/migrations')

export interface OwnPostgres {
  /** The address of a server's database for its administrator. */
  readonly adminUrl: (database: string) => string
  /** The address of the migrated database for its role. */
  readonly url: string
  /** Stops the server and removes its folder. */
  stop(): Promise<void>
}

/** A PostgreSQL of one's own with one migrated database, in the system's temporary folder: `bellwether-PURPOSE-…`. */
export async function startOwnPostgres(
  purpose: string,
  account: { readonly database: string; readonly role: string; readonly password: string },
): Promise<OwnPostgres> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), `bellwether-${purpose}-`))
  // The account PostgreSQL runs as has to pass through it.
  fs.chmodSync(folder, 0o711)
  const server = await startPostgres({
    place: preparePlace(path.join(folder, 'data'), path.join(folder, 'elsewhere')),
    password: account.password,
    logFile: path.join(folder, 'postgres.log'),
  })
  await ensureDatabase(server.adminUrl('postgres'), account)
  const url = new URL(server.adminUrl(account.database))
  url.username = account.role
  await migrate(url.href, migrationsFolder)
  return {
    adminUrl: (database) => server.adminUrl(database),
    url: url.href,
    async stop() {
      await server.stop()
      fs.rmSync(folder, { recursive: true, force: true })
    },
  }
}
