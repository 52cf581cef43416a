import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { linesOf } from '../../scripts/bellwether/input.ts'
import { createPaint, wrap } from '../../scripts/bellwether/paint.ts'
import { passageAround } from '../../scripts/bellwether/passage.ts'
import { sayFigure } from '../../scripts/bellwether/say-figure.ts'
import { readSettings } from '../../scripts/bellwether/settings.ts'

const root = path.resolve(import.meta.dirname, '../..')

interface Run {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** Runs the command as a person would, with this text on standard input. */
function bellwether(args: readonly string[], stdin = ''): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'scripts/bellwether.ts', ...args], {
      cwd: root,
    })
    let [out, err] = ['', '']
    child.stdout.on('data', (part) => (out += part))
    child.stderr.on('data', (part) => (err += part))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, out, err }))
    child.stdin.end(stdin)
  })
}

const ARTICLE = `Orbona's profit climbs

Orbona, the shoemaker, said on Tuesday that revenue rose 8% to $2.4bn in the final quarter of 2024. It closed 21 shops.
`

describe('the command', () => {
  let folder: string
  const file = (name: string, content: string | Uint8Array): string => {
    const place = path.join(folder, name)
    writeFileSync(place, content)
    return place
  }
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'bellwether-cli-'))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('prints one object for each text, whose quotes stand at their offsets', async () => {
    const place = file('article.txt', ARTICLE)
    const { code, out, err } = await bellwether(['quantities', '--json', place, '-'], 'It rose 5%.')
    expect([code, err]).toEqual([0, ''])
    const rows = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(rows.map((row) => row.file)).toEqual([place, '-'])
    expect(rows[0].text.startsWith("Orbona's profit climbs\n\nOrbona, the")).toBe(true)
    for (const { text, quantities } of rows) {
      for (const { start, end, quote } of quantities) expect(text.slice(start, end)).toBe(quote)
    }
    expect(rows[0].quantities.map((row: { quote: string }) => row.quote)).toEqual([
      '8%',
      '$2.4bn',
      '21 shops',
    ])
    expect(rows[1].quantities).toEqual([
      { start: 8, end: 10, quote: '5%', value: 5, unit: '%', change: 'up' },
    ])
  })

  it('takes every line for a text with --lines, the empty ones too', async () => {
    const { out } = await bellwether(['quantities', '--json', '--lines', '-'], 'Up 5%\n\nTitle?\n')
    expect(
      out
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).text),
    ).toEqual(['Up 5%', '', 'Title?'])
  })

  it('says in a line each what it cannot read, does the others, and leaves with 2', async () => {
    const bad = file('latin.txt', Uint8Array.from([0x63, 0x61, 0x66, 0xe9]))
    const large = file('large.txt', 'a'.repeat(11 * 1024 * 1024))
    const good = file('good.txt', 'It rose 5%.')
    const { code, out, err } = await bellwether([
      'quantities',
      '--json',
      bad,
      '/no/such/file',
      folder,
      large,
      good,
    ])
    expect(code).toBe(2)
    expect(out.trim().split('\n')).toHaveLength(1)
    expect(err.trim().split('\n')).toEqual([
      `bellwether: ${bad}: it is not UTF-8 text`,
      'bellwether: /no/such/file: there is no such file',
      `bellwether: ${folder}: it is a folder`,
      `bellwether: ${large}: it is larger than 10 MB`,
    ])
  })

  it('gives the same bytes for the same input and seed', async () => {
    const place = file('same.txt', ARTICLE)
    const args = ['questions', '--json', '--seed', '7', '--date', '2025-02-20', place]
    const [one, other] = [await bellwether(args), await bellwether(args)]
    expect(one).toEqual(other)
    expect(one.code).toBe(0)
  })

  it('makes no questions of a text without facts, says why, and leaves with 0', async () => {
    const { code, out } = await bellwether(['questions', '--json', '-'], 'Nothing here.')
    const row = JSON.parse(out)
    expect([code, row.questions, row.shortfall.asked, row.shortfall.made]).toEqual([0, [], 10, 0])
    expect(row.shortfall.reasons.length).toBeGreaterThan(0)
  })

  it('prints for people without escape codes when it is no terminal', async () => {
    const { code, out } = await bellwether(['quantities', '-'], ARTICLE)
    expect(code).toBe(0)
    expect(out).toContain("Orbona's profit climbs")
    expect(out).toMatch(/\$2\.4bn +USD 2\.4bn/)
    expect(out).not.toContain('\u001b')
  })

  it('shows the usage when asked, and after a mistake with 2', async () => {
    expect(await bellwether(['--help'])).toMatchObject({ code: 0, err: '' })
    const { code, out, err } = await bellwether(['answers', 'x.txt'])
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain("There is no command 'answers'.")
  })
})

describe('settings', () => {
  it('have defaults', () => {
    expect(readSettings(['facts', 'a.txt'])).toEqual({
      command: 'facts',
      files: ['a.txt'],
      json: false,
      lines: false,
      count: 10,
      seed: 1,
    })
  })

  it.each([
    [[]],
    [['facts']],
    [['facts', '--count', '0', 'a']],
    [['facts', '--count', '2.5', 'a']],
    [['facts', '--seed', 'x', 'a']],
    [['facts', '--date', '2025-02-30', 'a']],
    [['facts', '--date', 'today', 'a']],
    [['facts', '--colour', 'a']],
    [['toString', 'a']],
  ])('refuse %j', (args) => {
    expect(readSettings(args)).toHaveProperty('problem')
  })
})

describe('what a person sees', () => {
  it('is coloured on a terminal, unless NO_COLOR says otherwise', () => {
    expect(createPaint({ isTTY: true }, undefined).bold('x')).not.toBe('x')
    expect(createPaint({ isTTY: true }, '1').bold('x')).toBe('x')
    expect(createPaint({}, undefined).bold('x')).toBe('x')
  })

  it('is wrapped at word ends', () => {
    expect(wrap('one two three', 2, 10)).toEqual(['  one two', '  three'])
  })

  it('shows the words around a figure, cut between words', () => {
    const text = 'The company said that revenue rose 8% in the final quarter of the year.'
    expect(passageAround(text, { start: 35, end: 37 }, 30)).toEqual({
      before: '… revenue rose ',
      inside: '8%',
      after: ' in the final …',
    })
  })

  it('says figures as people do', () => {
    expect(sayFigure(72.5e9, undefined, 'CNY')).toBe('CNY 72.5bn')
    expect(sayFigure(0.63, undefined, 'USD/share')).toBe('USD 0.63 a share')
    expect(sayFigure(5, 7, '%')).toBe('5 to 7%')
    expect(sayFigure(171, undefined, 'passenger')).toBe('171 passenger')
  })
})

it('splits lines however they end', () => {
  expect(linesOf('a\r\nb\rc\n')).toEqual(['a', 'b', 'c'])
  expect(linesOf('a\n\n')).toEqual(['a', ''])
})
