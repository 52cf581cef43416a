import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { withClient } from '#server/postgres/with-client'
import { template } from './postgres.ts'

/**
 * Makes a database of one's own on the test server and returns its address: a copy of the migrated template, or with
 * `{ empty: true }` one without any table.
 */
export async function createDatabase(options: { empty?: boolean } = {}): Promise<string> {
  const adminUrl = inject('postgresAdminUrl')
  const name = `t_${randomUUID().replaceAll('-', '')}`
  const client = new pg.Client({ connectionString: adminUrl })
  await client.connect()
  try {
    const source = options.empty ? 'template0' : template.database
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${source} OWNER ${template.role}`)
  } finally {
    await client.end()
  }
  const url = new URL(adminUrl)
  url.username = template.role
  url.password = template.password
  url.pathname = `/${name}`
  return url.href
}

/** Asks a database something by its address. */
export const queryAt = <Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row[]> =>
  withClient({ connectionString: url }, async (client) => (await client.query<Row>(sql)).rows)
