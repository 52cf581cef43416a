import fs from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import {
  BackupError,
  type End,
  type Header,
  LineCutter,
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
    const lines = new LineCutter()
    for await (const part of parts) await take(lines.cut(part))
    if (lines.rest.length > 0) await take([lines.rest])
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
