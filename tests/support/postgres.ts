import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { ensureDatabase } from '#server/postgres/database'
import { preparePlace } from '#server/postgres/place'
import { startPostgres } from '#server/postgres/server'
import { generateClient, root } from '../../scripts/launcher/prisma.ts'
import { migrate } from '../../server/migrate.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The address of the test server for its administrator; a database of its own for every test file is made there. */
    postgresAdminUrl: string
  }
}

/** The database that every test file's own is a copy of: migrated, and otherwise empty. */
export const template = { database: 'bellwether_template', role: 'bellwether', password: 'only-for-tests' }

/** Where the migrations are. */
export const migrationsFolder = path.join(root, 'prisma/migrations')

/** One PostgreSQL for the whole run, in the system's temporary folder and gone afterwards. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await generateClient()
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'bellwether-tests-'))
  // The account PostgreSQL runs as has to pass through it.
  fs.chmodSync(folder, 0o711)
  const server = await startPostgres({
    place: preparePlace(path.join(folder, 'data'), path.join(folder, 'elsewhere')),
    password: template.password,
    logFile: path.join(folder, 'postgres.log'),
  })
  await ensureDatabase(server.adminUrl('postgres'), template)
  const url = new URL(server.adminUrl(template.database))
  url.username = template.role
  await migrate(url.href, migrationsFolder)
  project.provide('postgresAdminUrl', server.adminUrl('postgres'))
  return async () => {
    await server.stop()
    fs.rmSync(folder, { recursive: true, force: true })
  }
}
