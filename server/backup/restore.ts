import { finished } from 'node:stream/promises'
import type pg from 'pg'
import { type CopyStreamQuery, from as copyFrom } from 'pg-copy-streams'
import { migrateJobs } from '../jobs/schema.ts'
import { listMigrations, migrate } from '../migrate.ts'
import { withClient } from '../postgres/with-client.ts'
import {
  BackupError,
  checkSums,
  type End,
  type Header,
  type Sequence,
  type Sum,
  type Table,
  TableSum,
} from './format.ts'
import { readBackup } from './read.ts'
import { listTables, nameOf, PLAINLY, quote, sayTable, sumOf } from './tables.ts'

export interface Restored {
  readonly takenAt: string
  /** Of each table, read again from the database and equal to what the backup says. */
  readonly sums: readonly Sum[]
  /** Whether what was yet to be done has been left out, for graphile-worker keeps it otherwise by now. */
  readonly isWithoutJobs: boolean
}

/** Whether people or articles are in the database at `url`. */
export const isInUse = (url: string): Promise<boolean> =>
  withClient({ connectionString: url }, async (client) => {
    const { rows: there } = await client.query<{ there: boolean }>(
      `SELECT to_regclass('public.person') IS NOT NULL AND to_regclass('public.article') IS NOT NULL AS there`,
    )
    if (!there[0]?.there) return false
    const { rows } = await client.query<{ used: boolean }>(
      'SELECT EXISTS (SELECT FROM person) OR EXISTS (SELECT FROM article) AS used',
    )
    return rows[0]?.used ?? false
  })

/**
 * Makes the database at `url` (a direct connection, by the owner of the database) what a backup holds, by the migrations of that
 * time, and then brings it up to date with those in `folder`. Whatever is in it is thrown away first. What the backup says of
 * its rows is compared with what the database holds in the end, before it counts. Throws a BackupError, or a sentence where
 * others are using the database; the database may be empty then.
 */
export async function restoreBackup(url: string, file: string, folder: string): Promise<Restored> {
  const header = await checkFile(file, folder)
  await withClient({ connectionString: url }, clear)
  await migrate(url, folder, { only: new Set(header.migrations) })
  await migrateJobs(url)
  const restored = await withClient({ connectionString: url }, (client) => fill(client, file, header))
  await migrate(url, folder)
  return restored
}

/** Reads a backup once from end to end, so that nothing is thrown away for one that is damaged. Throws a BackupError. */
async function checkFile(file: string, folder: string): Promise<Header> {
  const found: { header?: Header } = {}
  const sums: TableSum[] = []
  await readBackup(file, {
    header: async (header) => {
      const known = new Set(listMigrations(folder))
      const unknown = header.migrations.filter((name) => !known.has(name))
      if (unknown.length > 0)
        throw new BackupError(
          `The backup was taken by a newer Bellwether (${unknown.join(', ')}); restore it with that one.`,
        )
      found.header = header
    },
    table: async (table) => void sums.push(new TableSum(table)),
    rows: async (rows) => sums.at(-1)?.add(rows),
    tableEnd: async () => {},
    end: async (end) =>
      checkSums(
        sums.map(({ sum }) => sum),
        end.sums,
      ),
  })
  if (!found.header) throw new BackupError('The backup is cut short.')
  return found.header
}

async function clear(client: pg.Client): Promise<void> {
  const { rows: others } = await client.query(
    `SELECT FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'`,
  )
  if (others.length > 0)
    throw new Error(
      `The database is in use (${others.length} other connections): stop Bellwether on every machine first.`,
    )
  await client.query(
    'DROP SCHEMA IF EXISTS graphile_worker CASCADE; DROP SCHEMA IF EXISTS public CASCADE; CREATE SCHEMA public',
  )
}

/** Fills the empty tables in one transaction, past triggers and foreign keys, which hold again at its end. */
async function fill(client: pg.Client, file: string, header: Header): Promise<Restored> {
  await client.query(PLAINLY)
  await client.query('BEGIN')
  const all = await listTables(client)
  const isWithoutJobs = (await newestJobs(client)) !== header.jobs
  const isWanted = ({ schema }: Pick<Table, 'schema'>) => schema === 'public' || !isWithoutJobs
  const tables = all.filter(isWanted)
  const foreign = await dropForeignKeys(client)
  for (const table of tables) await client.query(`ALTER TABLE ${nameOf(table)} DISABLE TRIGGER USER`)
  // A migration may have put something there.
  await client.query(`TRUNCATE ${tables.map(nameOf).join(', ')}`)
  const end = await copyIn(client, file, { tables, isWanted })
  await setSequences(client, end.sequences.filter(isWanted))
  for (const { table, name, definition } of foreign)
    await client.query(`ALTER TABLE ${table} ADD CONSTRAINT ${quote(name)} ${definition}`)
  for (const table of tables) await client.query(`ALTER TABLE ${nameOf(table)} ENABLE TRIGGER USER`)
  const sums: Sum[] = []
  for (const table of tables) sums.push(await sumOf(client, table))
  checkSums(sums, end.sums.filter(isWanted))
  // Whoever did them is gone.
  await client.query(
    `UPDATE graphile_worker._private_jobs SET locked_at = NULL, locked_by = NULL WHERE locked_at IS NOT NULL;
     UPDATE graphile_worker._private_job_queues SET locked_at = NULL, locked_by = NULL WHERE locked_at IS NOT NULL`,
  )
  await client.query('COMMIT')
  await client.query('ANALYZE')
  return { takenAt: header.takenAt, sums, isWithoutJobs }
}

interface Into {
  readonly tables: readonly Table[]
  /** Whether a table of the backup is to be read. */
  readonly isWanted: (table: Pick<Table, 'schema'>) => boolean
}

/** Copies the rows of a backup into these tables; gives its end. */
async function copyIn(client: pg.Client, file: string, { tables, isWanted }: Into): Promise<End> {
  let copy: CopyStreamQuery | null = null
  const found: { end?: End } = {}
  await readBackup(file, {
    header: async () => {},
    table: async (table) => {
      if (!isWanted(table)) return
      const own = tables.find((each) => nameOf(each) === nameOf(table))
      if (!own || !table.columns.every((column) => own.columns.includes(column)))
        throw new BackupError(`The backup holds a table that is not known here: ${table.table}.`)
      copy = client.query(copyFrom(`COPY ${sayTable(table)} FROM STDIN`))
      // Told to whoever writes or ends it.
      copy.on('error', () => {})
    },
    rows: async (rows) => {
      const into = copy
      if (!into || rows.length === 0) return
      const bytes = Buffer.concat(rows.flatMap((row) => [row, LINE_BREAK]))
      await new Promise<void>((resolve, reject) =>
        into.write(bytes, (error) => (error ? reject(error) : resolve())),
      )
    },
    tableEnd: async () => {
      if (!copy) return
      copy.end()
      await finished(copy)
      copy = null
    },
    end: async (end) => {
      found.end = end
    },
  })
  if (!found.end) throw new BackupError('The backup is cut short.')
  return found.end
}

const LINE_BREAK = Buffer.from('\n')

async function newestJobs(client: pg.ClientBase): Promise<number> {
  const { rows } = await client.query<{ id: number }>('SELECT max(id) AS id FROM graphile_worker.migrations')
  return rows[0]?.id ?? 0
}

interface ForeignKey {
  readonly table: string
  readonly name: string
  readonly definition: string
}

async function dropForeignKeys(client: pg.ClientBase): Promise<readonly ForeignKey[]> {
  const { rows } = await client.query<ForeignKey>(
    `SELECT format('%I.%I', n.nspname, r.relname) AS table, c.conname AS name, pg_get_constraintdef(c.oid) AS definition
     FROM pg_constraint c JOIN pg_class r ON r.oid = c.conrelid JOIN pg_namespace n ON n.oid = r.relnamespace
     WHERE c.contype = 'f' AND n.nspname IN ('public', 'graphile_worker') ORDER BY 1, 2`,
  )
  for (const { table, name } of rows)
    await client.query(`ALTER TABLE ${table} DROP CONSTRAINT ${quote(name)}`)
  return rows
}

async function setSequences(client: pg.ClientBase, sequences: readonly Sequence[]): Promise<void> {
  for (const { schema, sequence, value, isCalled } of sequences)
    await client.query('SELECT setval($1::text::regclass, $2::text::bigint, $3)', [
      quote(schema, sequence),
      value,
      isCalled,
    ])
}
