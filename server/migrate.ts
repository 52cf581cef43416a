import { createHash, randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import type pg from 'pg'
import { withClient } from './postgres/with-client.ts'

/** The number under which Prisma's own tool holds the database, so that the two never migrate at once. */
const LOCK = 72707369

/** The table in which Prisma keeps what has been applied; `prisma migrate status` reads it. */
const LEDGER = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" VARCHAR(36) PRIMARY KEY NOT NULL,
  "checksum" VARCHAR(64) NOT NULL,
  "finished_at" TIMESTAMPTZ,
  "migration_name" VARCHAR(255) NOT NULL,
  "logs" TEXT,
  "rolled_back_at" TIMESTAMPTZ,
  "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(),
  "applied_steps_count" INTEGER NOT NULL DEFAULT 0
)`

type Migration = { name: string; sql: string; checksum: string }
type Entry = { migration_name: string; checksum: string; finished_at: Date | null }

/** `applied`: what this run did. `unknown`: what the database has seen and this version of the program has not. */
export type MigrationReport = { applied: string[]; unknown: string[] }

/**
 * Brings the database at `url` (a direct connection, not a pooler) up to the migrations in `folder`, oldest first,
 * each in a transaction of its own with its entry in the ledger. Any number of nodes may call this at once: one works,
 * the others wait and find nothing left to do. Throws one sentence when a migration fails, failed before, or was
 * edited after it had been applied; the database is then as the last good migration left it. `only`: the names of those
 * that are wanted, where not all are. `before` is done by the one that works, before it applies anything; where it throws,
 * nothing is applied.
 */
export async function migrate(
  url: string,
  folder: string,
  { only, before }: { only?: ReadonlySet<string>; before?: () => Promise<void> } = {},
): Promise<MigrationReport> {
  const migrations = readMigrations(folder).filter(({ name }) => only?.has(name) ?? true)
  return withClient({ connectionString: url }, async (client) => {
    // Held by the session: it ends with the connection, even when this process is killed.
    await client.query('SELECT pg_advisory_lock($1)', [LOCK])
    await client.query(LEDGER)
    const { rows } = await client.query<Entry>(
      'SELECT migration_name, checksum, finished_at FROM "_prisma_migrations" WHERE rolled_back_at IS NULL',
    )
    const seen = new Map(rows.map((entry) => [entry.migration_name, entry]))
    const pending = migrations.filter((migration) => !isApplied(migration, seen.get(migration.name)))
    if (pending.length > 0) await before?.()
    for (const migration of pending) await apply(client, migration)
    const known = new Set(migrations.map(({ name }) => name))
    return {
      applied: pending.map(({ name }) => name),
      unknown: [...seen.keys()].filter((name) => !known.has(name)),
    }
  })
}

/** The names of the migrations in a folder. */
export const listMigrations = (folder: string): string[] => readMigrations(folder).map(({ name }) => name)

function readMigrations(folder: string): Migration[] {
  if (!fs.existsSync(folder)) return []
  return fs
    .readdirSync(folder)
    .filter((name) => fs.existsSync(path.join(folder, name, 'migration.sql')))
    .sort()
    .map((name) => {
      const sql = fs.readFileSync(path.join(folder, name, 'migration.sql'), 'utf8')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    })
}

function isApplied(migration: Migration, entry: Entry | undefined): boolean {
  if (!entry) return false
  if (!entry.finished_at)
    throw new Error(
      `Migration ${migration.name} failed on this database earlier and has to be mended by hand.`,
    )
  if (entry.checksum !== migration.checksum)
    throw new Error(
      `Migration ${migration.name} was edited after it had been applied; restore it and write a new one.`,
    )
  return true
}

async function apply(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  await client.query('BEGIN')
  try {
    await client.query(sql)
    await client.query(
      `INSERT INTO "_prisma_migrations" (id, checksum, migration_name, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, clock_timestamp(), 1)`,
      [randomUUID(), checksum, name],
    )
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK')
    const why = error instanceof Error ? error.message : String(error)
    throw new Error(`Migration ${name} failed and was undone: ${why}`, { cause: error })
  }
}
