import path from 'node:path'
import { root } from '../../scripts/launcher/prisma.ts'
import { type Cells, type KeptTable, whenAndCores, writeRows } from '../support/kept-table.ts'
import { type Came, hasPassed, many, sayTimes } from './came.ts'
import type { Fault } from './fault.ts'

/** The table of docs/faults.md. */
export const table: KeptTable = {
  head: `| # | fault | how many | lost | twice | errors | p50 / p95 / p99 ms | | when, cores |
| --- | --- | --- | --- | --- | --- | --- | --- | --- |`,
  placeOf: Number,
}

/** A line of the table. */
export function cellsOf({ number, what }: Pick<Fault, 'number' | 'what'>, came: Came): Cells {
  const { did, lost, doubled, errors, times } = came
  return [
    ...[number, what, did, many(lost), many(doubled), many(errors.length), sayTimes(times)],
    ...[hasPassed(came) ? 'passed' : '**failed**', whenAndCores()],
  ]
}

/** Puts a line of a run into docs/faults.md, in place of the one before it. */
export const writeRow = (fault: Fault, came: Came): void =>
  writeRows(path.join(root, 'docs/faults.md'), table, String(fault.number), [cellsOf(fault, came)])
