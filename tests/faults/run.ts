// `npm run faults`: every line of the table of faults, at full size or, with words such as `kills=5`, at another; numbers
// choose lines. It prints the table, writes what was run into docs/faults.md, and ends with 1 when a line fails.
import { buildApp } from '../../scripts/launcher/build.ts'
import { rowOf } from '../support/kept-table.ts'
import { tryAlone } from './alone.ts'
import { type Came, hasPassed, sized } from './came.ts'
import type { Fault } from './fault.ts'
import { faults } from './faults.ts'
import { cellsOf, table, writeRow } from './table.ts'

const words = process.argv.slice(2)
const numbers = words.filter((word) => /^\d+$/.test(word)).map(Number)
const sizes = words.filter((word) => word.includes('='))
const seed = words.find((word) => word.startsWith('seed='))?.slice(5)
const chosen = faults.filter(({ number }) => numbers.length === 0 || numbers.includes(number))
await buildApp((line) => console.log(line))
const results: { readonly fault: Fault; readonly came: Came }[] = []
for (const each of chosen) {
  console.log(`${each.number}. ${each.what}`)
  const came = await tryAlone(each.number, sized(each.full, sizes), seed)
  for (const line of [...new Set([...came.errors, ...came.wrong])].slice(0, 10)) console.log(`    ${line}`)
  results.push({ fault: each, came })
  // What was tried at another size is no result of the suite.
  if (sizes.length === 0) writeRow(each, came)
}
console.log([table.head, ...results.map(({ fault, came }) => rowOf(cellsOf(fault, came)))].join('\n'))
process.exitCode = results.every(({ came }) => hasPassed(came)) ? 0 : 1
