import fs from 'node:fs'
import os from 'node:os'

/** A table in a Markdown document that runs write their rows into. A row belongs to whatever its first cell names. */
export interface KeptTable {
  /** Its head and the line of dashes under it, as they stand in the document. */
  readonly head: string
  /** Where the rows of whatever a first cell names stand among the others. */
  readonly placeOf: (owner: string) => number
}

/** The cells of a row. */
export type Cells = readonly (string | number)[]

/** A row in Markdown, whatever its cells hold. */
export const rowOf = (cells: Cells): string =>
  `| ${cells.map((cell) => String(cell).replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`

/** The day and the processors of this run, as a cell. */
export const whenAndCores = (): string =>
  `${new Date().toISOString().slice(0, 10)}, ${os.availableParallelism()}`

/**
 * A document with these rows in its table in place of all that belonged to `owner`. The rows of others stay as they are, each in
 * its place. Throws where the document has no such table.
 */
export function withRows(
  document: string,
  { head, placeOf }: KeptTable,
  owner: string,
  rows: readonly Cells[],
): string {
  const lines = document.split('\n')
  const top = head.split('\n')
  const at = lines.findIndex((_, i) => top.every((line, j) => lines[i + j] === line)) + top.length
  if (at < top.length) throw new Error(`there is no table with this head: ${head}`)
  const length = lines.slice(at).findIndex((line) => !line.startsWith('|'))
  const end = length === -1 ? lines.length : at + length
  const others = lines.slice(at, end).filter((row) => ownerOf(row) !== owner)
  const all = [...others, ...rows.map(rowOf)].sort((a, b) => placeOf(ownerOf(a)) - placeOf(ownerOf(b)))
  return [...lines.slice(0, at), ...all, ...lines.slice(end)].join('\n')
}

const ownerOf = (row: string): string => row.split('|')[1]?.trim() ?? ''

/** The same, in the file of the document. */
export function writeRows(file: string, table: KeptTable, owner: string, rows: readonly Cells[]): void {
  fs.writeFileSync(file, withRows(fs.readFileSync(file, 'utf8'), table, owner, rows))
}
