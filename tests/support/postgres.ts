import type { TestProject } from 'vitest/node'
import { generateClient } from '../../scripts/launcher/prisma.ts'
import { startOwnPostgres } from './own-postgres.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The address of the test server for its administrator; a database of its own for every test file is made there. */
    postgresAdminUrl: string
  }
}

/** The database that every test file's own is a copy of: migrated, and otherwise empty. */
export const template = { database: 'bellwether_template', role: 'bellwether', password: 'only-for-tests' }

/** One PostgreSQL for the whole run, in the system's temporary folder and gone afterwards. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await generateClient()
  const server = await startOwnPostgres('tests', template)
  project.provide('postgresAdminUrl', server.adminUrl('postgres'))
  return () => server.stop()
}
