import { createHash } from 'node:crypto'
import { z } from 'zod'

/*
 * A backup is one gzipped text. Its first line is the header; then comes each table: a line that names it, its rows as COPY
 * writes them as text (PostgreSQL's manual, 'COPY, File Formats'), and a line of \. alone; the last line is the end.
 */

const tableSchema = z.strictObject({
  schema: z.string(),
  table: z.string(),
  columns: z.array(z.string()).min(1),
})
/** A table, with the columns in the order in which its rows have them. */
export type Table = z.infer<typeof tableSchema>

const headerSchema = z.strictObject({
  bellwether: z.literal('backup'),
  v: z.literal(1),
  /** ISO, by the database's clock. */
  takenAt: z.iso.datetime(),
  /** The migrations that had been applied, in their order. */
  migrations: z.array(z.string()),
  /** The newest migration of graphile-worker's own tables. */
  jobs: z.int(),
})
export type Header = z.infer<typeof headerSchema>

const endSchema = z.strictObject({
  sums: z.array(
    z.strictObject({ schema: z.string(), table: z.string(), rows: z.int().min(0), hash: z.string() }),
  ),
  sequences: z.array(
    z.strictObject({ schema: z.string(), sequence: z.string(), value: z.string(), isCalled: z.boolean() }),
  ),
})
export type End = z.infer<typeof endSchema>
export type Sum = End['sums'][number]
export type Sequence = End['sequences'][number]

/** The line after a table's rows. No row is like it: COPY doubles every backslash of a value. */
export const ROWS_END = '\\.'

/** A line of a backup that is not a row. */
export const lineOf = (value: Header | { readonly rowsOf: Table } | End): string =>
  `${JSON.stringify(value)}\n`

/** It is no backup, or not whole. The message is a sentence for whoever runs Bellwether. */
export class BackupError extends Error {}

const read = <T>(schema: z.ZodType<T>, line: string): T | null => {
  try {
    return schema.safeParse(JSON.parse(line)).data ?? null
  } catch {
    return null
  }
}

/** The header that a line holds. Throws a BackupError. */
export function readHeader(line: string): Header {
  const header = read(headerSchema, line)
  if (!header)
    throw new BackupError('This is no backup of Bellwether, or one of a version that is not known here.')
  return header
}

/** What a line between the tables holds: the next table, or the end. Throws a BackupError. */
export function readBetween(line: string): { readonly rowsOf: Table } | End {
  const found = read(z.strictObject({ rowsOf: tableSchema }), line) ?? read(endSchema, line)
  if (!found) throw new BackupError('The backup is damaged: a line between two tables cannot be read.')
  return found
}

/** Cuts bytes that come in parts into lines. */
export class LineCutter {
  /** What no line break has ended yet. */
  rest: Buffer = Buffer.alloc(0)

  /** The lines that end within the next part, each without its line break. */
  cut(part: Buffer): Buffer[] {
    const bytes = this.rest.length > 0 ? Buffer.concat([this.rest, part]) : part
    const lines: Buffer[] = []
    let from = 0
    for (let to = bytes.indexOf(10); to >= 0; to = bytes.indexOf(10, from)) {
      lines.push(bytes.subarray(from, to))
      from = to + 1
    }
    // Copied: whoever gave the part may write over it.
    this.rest = Buffer.from(bytes.subarray(from))
    return lines
  }
}

const MASK = (1n << 256n) - 1n

/** Counts a table's rows and adds up their SHA-256 hashes, modulo 2^256: the same in whatever order they come. */
export class TableSum {
  readonly #table: Table
  #rows = 0
  #hash = 0n

  constructor(table: Table) {
    this.#table = table
  }

  /** Takes rows, each without its line break. */
  add(rows: readonly Buffer[]): void {
    for (const row of rows) {
      const hash = createHash('sha256').update(row).digest('hex')
      this.#hash = (this.#hash + BigInt(`0x${hash}`)) & MASK
    }
    this.#rows += rows.length
  }

  /** The hash in 64 hexadecimal digits. */
  get sum(): Sum {
    const { schema, table } = this.#table
    return { schema, table, rows: this.#rows, hash: this.#hash.toString(16).padStart(64, '0') }
  }
}

/** Throws a BackupError where a table is not what the backup says of it, or one is missing. */
export function checkSums(found: readonly Sum[], said: readonly Sum[]): void {
  const sayOf = ({ schema, table, rows, hash }: Sum) => `${schema}.${table} ${rows} ${hash}`
  const left = new Set(said.map(sayOf))
  const damaged = found.find((sum) => !left.delete(sayOf(sum)))?.table ?? [...left][0]?.split(' ')[0]
  if (damaged !== undefined)
    throw new BackupError(`The backup is damaged: ${damaged} is not what it was. Nothing of it was taken.`)
}
