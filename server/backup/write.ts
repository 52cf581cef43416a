import fs from 'node:fs'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type pg from 'pg'
import { withClient } from '../postgres/with-client.ts'
import { type Header, lineOf, ROWS_END, type Sum, TableSum } from './format.ts'
import { listSequences, listTables, PLAINLY, readRows } from './tables.ts'

/** What a backup holds. */
export interface Taken {
  readonly file: string
  readonly takenAt: string
  /** Of each table, as it was in the moment of the backup. */
  readonly sums: readonly Sum[]
}

/**
 * Writes the database at `url` (a direct connection) into a file, as it is in one moment, while everything goes on. The file is
 * there whole or not at all; one that was there is replaced. Only its owner may read it. Throws where there is no Bellwether in
 * the database.
 */
export async function writeBackup(url: string, file: string): Promise<Taken> {
  const draft = `${file}.${process.pid}.part`
  await fs.promises.mkdir(path.dirname(path.resolve(file)), { recursive: true })
  try {
    const taken = await withClient({ connectionString: url }, async (client) => {
      await client.query(PLAINLY)
      if (!(await isThere(client))) throw new Error('There is nothing to back up yet: the database is empty.')
      await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
      const header = await describe(client)
      const sums: Sum[] = []
      await pipeline(
        Readable.from(linesOf(client, header, sums)),
        createGzip({ level: 4 }),
        fs.createWriteStream(draft, { mode: 0o600, flush: true }),
      )
      await client.query('COMMIT')
      return { file, takenAt: header.takenAt, sums }
    })
    await fs.promises.rename(draft, file)
    return taken
  } finally {
    await fs.promises.rm(draft, { force: true })
  }
}

/** Whether Bellwether has ever started on the database. */
async function isThere(client: pg.ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ there: boolean }>(
    `SELECT to_regclass('public._prisma_migrations') IS NOT NULL
       AND to_regclass('graphile_worker.migrations') IS NOT NULL AS there`,
  )
  return rows[0]?.there ?? false
}

async function describe(client: pg.ClientBase): Promise<Header> {
  const { rows } = await client.query<Pick<Header, 'migrations' | 'jobs'> & { at: Date }>(
    `SELECT clock_timestamp() AS at, (SELECT max(id) FROM graphile_worker.migrations) AS jobs, (
       SELECT coalesce(array_agg(migration_name::text ORDER BY migration_name), '{}') FROM "_prisma_migrations"
       WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL) AS migrations`,
  )
  const [row] = rows as [(typeof rows)[number]]
  return {
    bellwether: 'backup',
    v: 1,
    takenAt: row.at.toISOString(),
    migrations: row.migrations,
    jobs: row.jobs,
  }
}

async function* linesOf(client: pg.ClientBase, header: Header, sums: Sum[]): AsyncGenerator<string | Buffer> {
  yield lineOf(header)
  for (const table of await listTables(client)) {
    yield lineOf({ rowsOf: table })
    const sum = new TableSum(table)
    yield* readRows(client, table, sum)
    yield `${ROWS_END}\n`
    sums.push(sum.sum)
  }
  // Sequences are of no moment: read last, they have counted as far as any row, or further.
  yield lineOf({ sums, sequences: [...(await listSequences(client))] })
}
