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

const MASK = (1n << 256n) - 1n

/** The sum of the SHA-256 hashes of a table's rows, modulo 2^256: the same in whatever order they come. */
export class RowSum {
  rows = 0
  #sum = 0n
  #rest: Buffer = Buffer.alloc(0)

  /** Takes what COPY gives, cut anywhere. */
  add(part: Buffer): void {
    const bytes = this.#rest.length > 0 ? Buffer.concat([this.#rest, part]) : part
    let from = 0
    for (let to = bytes.indexOf(10); to >= 0; to = bytes.indexOf(10, from)) {
      this.addRow(bytes.subarray(from, to))
      from = to + 1
    }
    this.#rest = Buffer.from(bytes.subarray(from))
  }

  /** Takes one row, without its line break. */
  addRow(row: Buffer): void {
    const hash = createHash('sha256').update(row).digest('hex')
    this.#sum = (this.#sum + BigInt(`0x${hash}`)) & MASK
    this.rows++
  }

  /** 64 hexadecimal digits. */
  get hash(): string {
    return this.#sum.toString(16).padStart(64, '0')
  }
}
