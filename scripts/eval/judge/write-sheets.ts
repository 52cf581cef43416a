import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { TextRun } from '../run-text.ts'
import { sayQuestion } from '../said.ts'
import { type Candidate, OWN } from './item.ts'
import { makePile } from './pile.ts'
import { readRivals } from './rivals.ts'
import { INSTRUCTIONS, keyOf, printForm, printSheet } from './sheets.ts'

/** Where the sheets go, and what they hold. */
interface Order {
  readonly folder: string
  readonly rivals: readonly string[]
  readonly items: number
  readonly seed: number
}

const ownOf = ({ file, questions }: TextRun, seed: number): Candidate[] =>
  questions.map((question) => ({ file, origin: OWN, said: sayQuestion(question, `${seed} sheet`) }))

/** Writes sheets, instructions and a form for the answers into an empty folder, and their key beside it; says what was written, or why nothing was. */
export function writeSheets(
  runs: readonly TextRun[],
  { folder, rivals: files, items, seed }: Order,
): string | { readonly problem: string } {
  if (existsSync(folder) && readdirSync(folder).length > 0) return { problem: `${folder} is not empty` }
  const rivals: Candidate[] = []
  for (const file of files) {
    const read = readRivals(readFileSync(file, 'utf8'), path.basename(file, path.extname(file)), seed)
    if ('problem' in read) return read
    rivals.push(...read)
  }
  const known = new Set(runs.map(({ file }) => file))
  const strangers = rivals.filter(({ file }) => !known.has(file)).length
  const candidates = [
    ...runs.flatMap((run) => ownOf(run, seed)),
    ...rivals.filter(({ file }) => known.has(file)),
  ]
  const texts = runs.map(({ file, reading: { text, names, date } }) => ({
    file,
    text,
    names,
    ...(date === undefined ? {} : { date }),
  }))
  const sheets = makePile(candidates, texts, { count: items, seed })
  const key = keyOf(sheets)
  mkdirSync(folder, { recursive: true })
  const write = (name: string, content: string): void => writeFileSync(path.join(folder, name), content)
  write('instructions.md', INSTRUCTIONS)
  write('answers.tsv', printForm(sheets))
  for (const [at, sheet] of sheets.entries())
    write(`sheet-${String(at + 1).padStart(2, '0')}.md`, printSheet(sheet, at + 1))
  const keyFile = `${path.normalize(folder).replace(/[\\/]$/, '')}.key.json`
  writeFileSync(keyFile, `${JSON.stringify(key, null, 1)}\n`)
  const faults = key.items.filter(({ fault }) => fault !== undefined).length
  const left = strangers === 0 ? '' : `; ${strangers} rivals on texts that are not here were left out`
  return `${sheets.length} sheets with ${key.items.length} questions, ${faults} of them with a planted fault, in ${folder}; the key in ${keyFile}${left}`
}
