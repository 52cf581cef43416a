import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { LineCutter, type Sequence, type Sum, type Table, TableSum } from './format.ts'

/** Ours, and that of graphile-worker: what is yet to be done belongs to what is kept. */
const SCHEMAS = ['public', 'graphile_worker']

/** Say of themselves what they have been through, in the header. */
const LEDGERS = `('public', '_prisma_migrations'), ('graphile_worker', 'migrations')`

/** Has values written the same wherever the session runs. */
export const PLAINLY = `SET TimeZone = 'UTC'; SET DateStyle = 'ISO'; SET IntervalStyle = 'postgres'; SET extra_float_digits = 1;
  SET bytea_output = 'hex'; SET client_encoding = 'UTF8'`

/** Every table with the columns that are stored as they are given, in the order of their names. */
export async function listTables(client: pg.ClientBase): Promise<readonly Table[]> {
  const { rows } = await client.query<Table>(
    `SELECT n.nspname AS schema, c.relname AS table, array_agg(a.attname::text ORDER BY a.attnum) AS columns
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
     WHERE n.nspname = ANY($1) AND c.relkind = 'r' AND (n.nspname, c.relname) NOT IN (${LEDGERS})
     GROUP BY n.nspname, c.relname ORDER BY n.nspname, c.relname`,
    [SCHEMAS],
  )
  return rows
}

/** How far the sequences have counted. */
export async function listSequences(client: pg.ClientBase): Promise<readonly Sequence[]> {
  const { rows: names } = await client.query<{ schema: string; sequence: string }>(
    `SELECT schemaname AS schema, sequencename AS sequence FROM pg_sequences WHERE schemaname = ANY($1) ORDER BY 1, 2`,
    [SCHEMAS],
  )
  const found: Sequence[] = []
  for (const { schema, sequence } of names) {
    const { rows } = await client.query<{ value: string; isCalled: boolean }>(
      `SELECT last_value::text AS value, is_called AS "isCalled" FROM ${quote(schema, sequence)}`,
    )
    for (const row of rows) found.push({ schema, sequence, ...row })
  }
  return found
}

export const quote = (...names: string[]): string => names.map((name) => pg.escapeIdentifier(name)).join('.')

export const nameOf = ({ schema, table }: Table): string => quote(schema, table)

/** 'schema.table (column, ...)' */
export const sayTable = (table: Table): string =>
  `${nameOf(table)} (${table.columns.map((column) => quote(column)).join(', ')})`

/** A table's rows as COPY gives them, cut anywhere. They are added to the sum on their way. */
export async function* readRows(client: pg.ClientBase, table: Table, sum: TableSum): AsyncGenerator<Buffer> {
  const lines = new LineCutter()
  for await (const part of client.query(copyTo(`COPY ${sayTable(table)} TO STDOUT`))) {
    sum.add(lines.cut(part))
    yield part
  }
}

/** What a table holds. */
export async function sumOf(client: pg.ClientBase, table: Table): Promise<Sum> {
  const sum = new TableSum(table)
  const rows = readRows(client, table, sum)
  while (!(await rows.next()).done);
  return sum.sum
}
