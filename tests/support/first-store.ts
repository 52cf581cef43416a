import { randomUUID } from 'node:crypto'
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

/** Beside a question of the store one that breaks a rule whatever the engine has learned: its stem asks nothing. */
async function plantFault(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ article_id: string; version: string }>(
    `SELECT q.article_id, v.id AS version FROM question_version v JOIN question q ON q.id = v.question_id
     WHERE v.kind = 'choice' ORDER BY v.id LIMIT 1`,
  )
  const [question, stem] = [randomUUID(), 'This asks nothing of anybody.']
  await client.query(`INSERT INTO question (id, article_id, family_key) VALUES ($1, $2, 'planted')`, [
    question,
    rows[0]?.article_id,
  ])
  await client.query(
    `INSERT INTO question_version
       (id, question_id, revision_id, number, kind, stem, body, passages, provenance, engine_version, verdict, content_hash)
     SELECT gen_random_uuid(), $1, revision_id, 1, kind, $2::text, jsonb_set(body, '{question,stem}', to_jsonb($2::text)),
       passages, provenance, engine_version, verdict, 'planted'
     FROM question_version WHERE id = $3`,
    [question, stem, rows[0]?.version],
  )
}

/** Makes a database as the first engine left it, with one more question that breaks a rule, brings it up to date as `npm start` does, and returns its address. */
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
    await plantFault(client)
  } finally {
    await client.end()
    fs.rmSync(first, { recursive: true })
  }
  await migrate(url, migrationsFolder)
  return url
}
