import fs from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import {
  BackupError,
  type End,
  type Header,
  ROWS_END,
  readBetween,
  readHeader,
  type Table,
} from './format.ts'

/** What a backup is told to, part by part. */
export interface Listener {
  readonly header: (header: Header) => Promise<void>
  readonly table: (table: Table) => Promise<void>
  /** Some rows of the table named last, without their line breaks. */
  readonly rows: (rows: readonly Buffer[]) => Promise<void>
  readonly tableEnd: () => Promise<void>
  readonly end: (end: End) => Promise<void>
}

/** Reads a backup to its end. Throws a BackupError where it is none or not whole; the listener may have been told of a part by then. */
export async function readBackup(file: string, listener: Listener): Promise<void> {
  let state = 'begin' as 'begin' | 'between' | 'rows' | 'end'
  const take = async (lines: readonly Buffer[]): Promise<void> => {
    let rows: Buffer[] = []
    for (const line of lines) {
      if (state === 'rows' && !line.equals(END)) {
        rows.push(line)
      } else if (state === 'rows') {
        await listener.rows(rows)
        rows = []
        await listener.tableEnd()
        state = 'between'
      } else if (state === 'begin') {
        await listener.header(readHeader(line.toString('utf8')))
        state = 'between'
      } else if (state === 'between') {
        const found = readBetween(line.toString('utf8'))
        if ('rowsOf' in found) await listener.table(found.rowsOf)
        else await listener.end(found)
        state = 'rowsOf' in found ? 'rows' : 'end'
      } else throw new BackupError('The backup is damaged: something stands behind its end.')
    }
    await listener.rows(rows)
  }
  const parts = createGunzip()
  // What goes wrong in the file is told to whoever reads the parts.
  pipeline(fs.createReadStream(file), parts).catch(() => {})
  try {
    for await (const lines of linesOf(parts)) await take(lines)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code?.startsWith('Z_'))
      throw new BackupError('This is no backup of Bellwether, or it is damaged or cut short.', {
        cause: error,
      })
    throw error
  }
  if (state !== 'end') throw new BackupError('The backup is cut short.')
}

const END = Buffer.from(ROWS_END)

/** Lines as they come, some at a time, each without its line break. */
async function* linesOf(parts: AsyncIterable<Buffer>): AsyncGenerator<readonly Buffer[]> {
  let rest: Buffer = Buffer.alloc(0)
  for await (const part of parts) {
    const bytes = rest.length > 0 ? Buffer.concat([rest, part]) : part
    const lines: Buffer[] = []
    let from = 0
    for (let to = bytes.indexOf(10); to >= 0; to = bytes.indexOf(10, from)) {
      lines.push(bytes.subarray(from, to))
      from = to + 1
    }
    rest = bytes.subarray(from)
    yield lines
  }
  if (rest.length > 0) yield [rest]
}
