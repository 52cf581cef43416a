import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from '../../scripts/launcher/prisma.ts'
import { table as ofBudgets, WORDS } from '../bench/table.ts'
import { table as ofFaults } from '../faults/table.ts'
import { type KeptTable, withRows } from '../support/kept-table.ts'

const table: KeptTable = {
  head: '| part | figure |\n| --- | --- |',
  placeOf: (owner) => ['engine', 'save', 'page', owner].indexOf(owner),
}
const document = (...rows: readonly string[]) =>
  ['# Figures', '', '| other | table |', '| --- | --- |', '| save | stays |', ''].join('\n') +
  ['', table.head, ...rows, '', 'Words after it.', ''].join('\n')

describe('a table that runs write into', () => {
  it('takes its first rows, and nothing else of the document changes', () => {
    expect(withRows(document(), table, 'save', [['save', 0.9]])).toBe(document('| save | 0.9 |'))
  })

  it('replaces all rows of what has run, and keeps those of others as they are', () => {
    const before = document('| engine | 0.3 |', '| save | 0.7 |', '| save | 12 ms |', '| page | 0.8 |')
    expect(withRows(before, table, 'save', [['save', '0.9']])).toBe(
      document('| engine | 0.3 |', '| save | 0.9 |', '| page | 0.8 |'),
    )
  })

  it('has its rows in its own order, those of one run as they came, and what it does not know last', () => {
    const before = document('| gone | 1 |', '| page | 0.8 |')
    const rows = [
      ['engine', 'second'],
      ['engine', 'first'],
    ]
    expect(withRows(before, table, 'engine', rows)).toBe(
      document('| engine | second |', '| engine | first |', '| page | 0.8 |', '| gone | 1 |'),
    )
  })

  it('stays a table whatever a cell holds', () => {
    expect(withRows(document(), table, 'save', [['save', 'a | b\nc']])).toBe(document('| save | a \\| b c |'))
  })

  it('is written into no document that has none', () => {
    expect(() => withRows('# Figures\n', table, 'save', [['save', 1]])).toThrow('no table')
  })

  it('is written to the end of a document that ends with it', () => {
    expect(withRows(table.head, table, 'save', [['save', 1]])).toBe(`${table.head}\n| save | 1 |`)
  })
})

describe.each([
  ['docs/faults.md', ofFaults, '10', ['2', '13']],
  ['docs/performance.md', ofBudgets, 'growth', ['page', 'gradebook']],
])('the table of %s', (file, kept, owner, [before = '', after = '']) => {
  const text = fs.readFileSync(path.join(root, file), 'utf8')
  const write = (document: string, name: string) => withRows(document, kept, name, [[name, `new ${name}`]])

  it('stands in it, and takes a row in its place', () => {
    const written = [after, owner, before].reduce(write, text)
    const at = [before, owner, after].map((name) => written.indexOf(`| ${name} | new ${name} |`))
    expect(at).not.toContain(-1)
    expect(at).toEqual([...at].sort((a, b) => a - b))
  })
})

describe('docs/performance.md', () => {
  const text = fs.readFileSync(path.join(root, 'docs/performance.md'), 'utf8')

  it.each(WORDS)('says how it is measured: %s', (word) => {
    expect(text).toContain(`**${word}**`)
  })

  it('holds no row of what is not measured any more', () => {
    const rows = text.split('\n').filter((line) => line.startsWith('| ') && !ofBudgets.head.includes(line))
    const owners = rows.map((row) => row.split('|')[1]?.trim())
    expect(owners.filter((owner) => !WORDS.some((word) => word === owner))).toEqual([])
  })
})
