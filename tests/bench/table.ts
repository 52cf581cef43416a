import { execFileSync } from 'node:child_process'
import path from 'node:path'
import { root } from '../../scripts/launcher/prisma.ts'
import { type KeptTable, whenAndCores, writeRows } from '../support/kept-table.ts'
import { type Comparison, isWithin, sayBudget } from './comparison.ts'

/** What can be measured alone, by the word that chooses it; in the order of the table. */
export const WORDS = [
  ...['engine', 'save', 'page', 'growth', 'gradebook', 'library', 'me', 'review', 'practice'],
  ...['start', 'people'],
] as const
export type Word = (typeof WORDS)[number]

/** A comparison, and the word it belongs to. */
export interface Figure {
  readonly word: Word
  readonly comparison: Comparison
}

/** The table of docs/performance.md. */
export const table: KeptTable = {
  head: `| part | what | measured | beside it | ratio | budget | | commit | when, cores |
| --- | --- | --- | --- | --- | --- | --- | --- | --- |`,
  // What has no word any more comes last.
  placeOf: (owner) => [...WORDS, owner].indexOf(owner),
}

const FILE = 'docs/performance.md'

/** The commit that stands here, and whether anything but the figures has changed since; 'none' outside a clone. */
export function nameCommit(): string {
  const git = (...words: readonly string[]) =>
    execFileSync('git', words, { cwd: root, encoding: 'utf8', stdio: 'pipe' }).trim()
  try {
    const changed = git('status', '--porcelain', '--', '.', `:!${FILE}`)
    return `${git('rev-parse', '--short', 'HEAD')}${changed === '' ? '' : ' and changes'}`
  } catch {
    return 'none'
  }
}

/** Puts what a part has measured into docs/performance.md, in place of all it measured before. */
export function writePart(word: Word, found: readonly Comparison[], commit: string): void {
  const rows = found.map((comparison) => {
    const { what, ours, theirs, ratio, budget } = comparison
    const verdict = budget === null ? '' : isWithin(comparison) ? 'holds' : '**does not hold**'
    return [
      ...[word, what, ours, theirs, ratio.toFixed(3), sayBudget(comparison), verdict],
      ...[commit, whenAndCores()],
    ]
  })
  writeRows(path.join(root, FILE), table, word, rows)
}
