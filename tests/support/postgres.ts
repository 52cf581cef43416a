import type { TestProject } from 'vitest/node'
import { ensureDatabase } from '#server/postgres/database'
import { withClient } from '#server/postgres/with-client'
import { generateClient } from '../../scripts/launcher/prisma.ts'
import { migrateJobs } from '../../server/jobs/schema.ts'
import { migrate } from '../../server/migrate.ts'
import { migrationsFolder, startOwnPostgres } from './own-postgres.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The address of the test server for its administrator; a database of its own for every test file is made there. */
    postgresAdminUrl: string
  }
}

/** The database that every test file's own is a copy of: migrated, and otherwise empty. */
export const template = { database: 'bellwether_template', role: 'bellwether', password: 'only-for-tests' }

/** The address of a PostgreSQL of one's own, for its administrator, to run the tests on instead of the one that comes with Bellwether. */
const { BELLWETHER_TEST_POSTGRES: elsewhere } = process.env

/** One PostgreSQL for the whole run: in the system's temporary folder and gone afterwards, or one that was named. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await generateClient()
  if (elsewhere) {
    project.provide('postgresAdminUrl', elsewhere)
    return makeTemplate(elsewhere)
  }
  const server = await startOwnPostgres('tests', template)
  project.provide('postgresAdminUrl', server.adminUrl('postgres'))
  return () => server.stop()
}

/** Makes the template anew on a server of one's own; gives what takes it and its copies away again. */
async function makeTemplate(adminUrl: string): Promise<() => Promise<void>> {
  const clear = () =>
    withClient({ connectionString: adminUrl }, async (client) => {
      const { rows } = await client.query<{ datname: string }>(
        'SELECT datname FROM pg_database WHERE datname = $1 OR datname ~ $2',
        [template.database, '^t_[0-9a-f]{32}$'],
      )
      for (const { datname } of rows) await client.query(`DROP DATABASE "${datname}" WITH (FORCE)`)
    })
  await clear()
  await ensureDatabase(adminUrl, template)
  const url = new URL(adminUrl)
  Object.assign(url, {
    username: template.role,
    password: template.password,
    pathname: `/${template.database}`,
  })
  await migrate(url.href, migrationsFolder)
  await migrateJobs(url.href)
  return clear
}
