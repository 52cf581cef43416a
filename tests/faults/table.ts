import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { root } from '../../scripts/launcher/prisma.ts'
import { type Came, hasPassed, many, sayTimes } from './came.ts'
import type { Fault } from './fault.ts'

const FILE = path.join(root, 'docs/faults.md')

/** The head of the table, in two lines of Markdown. */
export const HEAD = `| # | fault | how many | lost | twice | errors | p50 / p95 / p99 ms | | when, cores |
| --- | --- | --- | --- | --- | --- | --- | --- | --- |`

/** A line of the table. */
export function rowOf({ number, what }: Pick<Fault, 'number' | 'what'>, came: Came): string {
  const { did, lost, doubled, errors, times } = came
  const date = new Date().toISOString().slice(0, 10)
  const cells = [
    ...[number, what, did, many(lost), many(doubled), many(errors.length), sayTimes(times)],
    ...[hasPassed(came) ? 'passed' : '**failed**', `${date}, ${os.availableParallelism()}`],
  ]
  return `| ${cells.join(' | ')} |`
}

const isRow = (line: string): boolean => /^\| \d+ \|/.test(line)
const numberOf = (row: string): number => Number(row.split('|')[1])

/** Puts a line of a run into docs/faults.md, in place of the one before it. */
export function writeRow(fault: Pick<Fault, 'number' | 'what'>, came: Came): void {
  const lines = fs.readFileSync(FILE, 'utf8').split('\n')
  const rows = new Map(lines.filter(isRow).map((row) => [numberOf(row), row]))
  rows.set(fault.number, rowOf(fault, came))
  const sorted = [...rows].sort(([a], [b]) => a - b).map(([, row]) => row)
  const others = lines.filter((line) => !isRow(line))
  const at = others.findIndex((line) => line.startsWith('| ---'))
  fs.writeFileSync(FILE, [...others.slice(0, at + 1), ...sorted, ...others.slice(at + 1)].join('\n'))
}
