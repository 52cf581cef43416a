import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { migrate } from '#server/migrate'
import { createDatabase } from './databases.ts'
import { migrationsFolder } from './own-postgres.ts'

/**
 * The rows that the first engine (1.0.0) and the server beside it left in the store, a line each in an order that
 * foreign keys allow: one invented article, its quiz taken by three guests in four ways. Never to be made anew.
 */
const FILE = path.resolve(import.meta.dirname, '../fixtures/stores/first-engine.jsonl')
const FIRST_MIGRATION = '20261122130322_first_store'

/** Makes a database as the first engine left it, brings it up to date as `npm start` does, and returns its address. */
export async function createFirstStore(): Promise<string> {
  const url = await createDatabase({ empty: true })
  const first = fs.mkdtempSync(path.join(os.tmpdir(), 'bellwether-first-'))
  const client = new pg.Client({ connectionString: url })
  try {
    fs.cpSync(path.join(migrationsFolder, FIRST_MIGRATION), path.join(first, FIRST_MIGRATION), {
      recursive: true,
    })
    await migrate(url, first)
    await client.connect()
    const { rows } = await client.query<{ place: string }>(
      `SELECT table_name || '.' || column_name AS place FROM information_schema.columns WHERE data_type = 'jsonb'`,
    )
    const json = new Set(rows.map(({ place }) => place))
    for (const line of fs.readFileSync(FILE, 'utf8').trim().split('\n')) {
      const { table, row } = JSON.parse(line) as { table: string; row: Record<string, unknown> }
      const columns = Object.keys(row)
      await client.query(
        `INSERT INTO ${table} (${columns.join()}) VALUES (${columns.map((_, i) => `$${i + 1}`).join()})`,
        columns.map((column) => (json.has(`${table}.${column}`) ? JSON.stringify(row[column]) : row[column])),
      )
    }
  } finally {
    await client.end()
    fs.rmSync(first, { recursive: true })
  }
  await migrate(url, migrationsFolder)
  return url
}
