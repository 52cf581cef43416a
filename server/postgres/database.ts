import pg from 'pg'
import { withClient } from './with-client.ts'

const quoted = (name: string) => pg.escapeIdentifier(name)

/**
 * Makes sure that the server has this role, with this password, and this database, owned by the role, which may do
 * what it likes inside and nothing outside. Safe to repeat.
 */
export async function ensureDatabase(
  adminUrl: string,
  { database, role, password }: { database: string; role: string; password: string },
): Promise<void> {
  await withClient({ connectionString: adminUrl }, async (client) => {
    const hasRole = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [role])
    const secret = pg.escapeLiteral(password)
    await client.query(
      `${hasRole.rowCount ? 'ALTER' : 'CREATE'} ROLE ${quoted(role)} LOGIN PASSWORD ${secret}`,
    )
    const hasDatabase = await client.query('SELECT FROM pg_database WHERE datname = $1', [database])
    if (!hasDatabase.rowCount) await client.query(`CREATE DATABASE ${quoted(database)} OWNER ${quoted(role)}`)
  })
}
