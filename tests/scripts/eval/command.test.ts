import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeSheets } from '../../../scripts/eval/judge/write-sheets.ts'
import { readSettings } from '../../../scripts/eval/settings.ts'

const root = path.resolve(import.meta.dirname, '../../..')
const evaluate = (...args: readonly string[]) =>
  spawnSync(process.execPath, ['--import', 'tsx', 'scripts/eval.ts', ...args], {
    cwd: root,
    encoding: 'utf8',
  })

describe('the command', () => {
  let folder: string
  const at = (...parts: readonly string[]): string => path.join(folder, ...parts)
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'bellwether-eval-'))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('measures a folder of texts, writes page and sheets, and tallies what a judge says of them', () => {
    mkdirSync(at('texts'))
    const article = readFileSync(path.join(root, 'tests/fixtures/engine/seed-article.txt'), 'utf8')
    writeFileSync(at('texts', 'seed.txt'), article)
    writeFileSync(at('texts', 'README.md'), 'Not a text.')
    const first = evaluate(at('texts'), '--html', at('page.html'), '--judge', at('sheets'), '--items', '20')
    expect(first.stderr).toBe('')
    expect(first.stdout).toMatch(
      /How many questions[\s\S]*How varied[\s\S]*What the checker keeps out[\s\S]*Grammar[\s\S]*Time/,
    )
    expect(first.stdout).toMatch(/seed\.txt +\d+ +\d+ +10\n/)
    expect(first.stdout).not.toContain('README.md')
    expect(readFileSync(at('page.html'), 'utf8')).toMatch(/^<!doctype html>/)
    expect(readdirSync(at('sheets')).sort()).toEqual(['answers.tsv', 'instructions.md', 'sheet-01.md'])

    const form = readFileSync(at('sheets', 'answers.tsv'), 'utf8')
    writeFileSync(at('anna.tsv'), form.replace(/^([\d-]+)\t.*$/gm, '$1\ty\ty\ty\ty\ty\t2\t'))
    const told = evaluate('--tally', '--key', at('sheets.key.json'), at('anna.tsv'))
    expect(told.stdout).toMatch(/anna +10 +10 +0 +1/)
    expect(told.stdout).toMatch(/bellwether +9 +9 +100\.0% +100\.0% +2\.00 +– +–/)
  }, 60_000)

  it('writes no sheets over others', () => {
    writeFileSync(at('old.md'), 'An old sheet')
    const order = { folder, rivals: [], items: 10, seed: 1 }
    expect(writeSheets([], order)).toEqual({ problem: `${folder} is not empty` })
  })

  it.each([
    ['a folder that is not there', ['nowhere']],
    ['a file that is no JSON', ['--quantities', 'package.json', '--folds', '2']],
  ])('tells in a line what it cannot read: %s', (_, args) => {
    const { status, stderr, stdout } = evaluate(...args)
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(/^eval: .+/)
    expect(stderr).not.toContain('    at ')
  })
})

describe('the arguments', () => {
  it('ask for one of three things', () => {
    expect(readSettings(['texts'])).toEqual({
      deed: 'measure',
      folder: 'texts',
      count: 10,
      seed: 1,
      items: 60,
      rivals: [],
    })
    expect(readSettings(['--tally', '--key', 'k.json', 'a.tsv', 'b.tsv'])).toEqual({
      deed: 'tally',
      key: 'k.json',
      answers: ['a.tsv', 'b.tsv'],
    })
    expect(readSettings(['--quantities', 'q.json', '--folds', '5', '--errors', 'values'])).toEqual({
      deed: 'quantities',
      file: 'q.json',
      folds: 5,
      errors: 'values',
    })
    expect(readSettings(['--help'])).toBe('help')
  })

  it.each([
    [[], 'Which folder?'],
    [['a', 'b'], "One folder at a time, not also 'b'."],
    [['a', '--count', '0'], "--count is a whole number from 1 to 1000, not '0'."],
    [['a', '--seed', 'x'], "--seed is a whole number, not 'x'."],
    [['a', '--with', 'r.jsonl'], '--with goes with --judge.'],
    [['--tally', 'a.tsv'], 'Which key? --key FILE is what --judge wrote beside its folder.'],
    [['--quantities', 'q.json', '--errors', 'colours'], "There is no measure 'colours'."],
  ])('are refused in words: %j', (args, problem) => {
    expect(readSettings(args)).toEqual({ problem })
  })
})
