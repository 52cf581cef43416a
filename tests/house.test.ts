import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { houses, listSources } from './support/house/files.ts'
import { importRules, inspectImports } from './support/house/imports.ts'
import { findImpurities } from './support/house/purity.ts'
import {
  composesRegexes,
  type FoundRegex,
  findRegexLiterals,
  judgeRegex,
  recordRegexes,
} from './support/house/regexes.ts'

const root = path.resolve(import.meta.dirname, '..')
const read = (file: string) => fs.readFileSync(path.join(root, file), 'utf8')

describe('imports', () => {
  let base: string
  beforeAll(() => {
    base = fs.mkdtempSync(path.join(os.tmpdir(), 'bellwether-house-'))
  })
  afterAll(() => fs.rmSync(base, { recursive: true, force: true }))

  it('keep the rules of the house, in every source file', async () => {
    const { seen, breaches } = await inspectImports(root)
    expect(breaches).toEqual([])
    expect(seen).toEqual(expect.arrayContaining(listSources(root)))
  })

  /** For every rule a file that breaks it. */
  const planted: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    'nothing imports app': { 'server/page.ts': `import '../app/page.ts'` },
    'nothing imports scripts': { 'server/tool.ts': `import '../scripts/tool.ts'` },
    'nothing imports tests': { 'app/probe.ts': `import '../tests/probe.ts'` },
    'core stands alone': { 'core/reach.ts': `import type { Row } from '../server/row.ts'` },
    'core knows no machine': { 'core/disk.ts': `import 'node:fs'` },
    'core knows no framework': { 'core/screen.ts': `import 'react'` },
    'server draws nothing': { 'server/draw.ts': `import '../ui/button.ts'` },
    'ui asks no server': { 'ui/ask.ts': `import '../server/row.ts'` },
    'ui knows of views their shape alone': { 'ui/view.ts': `import '../server/view.ts'` },
    'ui takes from core what a learner may see, and types': { 'ui/key.ts': `import '../core/index.ts'` },
    'only what an offline pack is marked with knows a key in the browser': {
      'ui/key.ts': `import '../core/marker.ts'`,
      'core/marker.ts': 'export const marker = 1',
    },
    'core is entered by its doors': { 'server/inside.ts': `import '../core/inside.ts'` },
    'a browser is sent no model of language or memory': {
      'core/learner.ts': `export * from './memory.ts'`,
      'core/memory.ts': `import 'ts-fsrs'`,
      'node_modules/ts-fsrs/index.js': 'export default 1',
      'node_modules/ts-fsrs/package.json': '{"name":"ts-fsrs","main":"index.js","type":"module"}',
    },
    'only the server side touches Prisma': { 'app/rows.ts': `import '../prisma/generated/client.ts'` },
    'the launcher starts without what it has generated': {
      'scripts/launcher/main.ts': `import '../../server/row.ts'`,
    },
    'everything imported exists': { 'app/lost.ts': `import './nowhere.ts'` },
    'no circles': { 'core/egg.ts': `import './hen.ts'`, 'core/hen.ts': `import './egg.ts'` },
  }
  const sound = {
    'app/page.ts': `import '../core/index.ts'\nimport '../server/row.ts'\nimport '../ui/button.ts'`,
    'core/index.ts': `export * from './inside.ts'`,
    'core/inside.ts': 'export type Inside = string',
    'core/learner.ts': 'export const learner = 1',
    'prisma/generated/client.ts': 'export const client = 1',
    'scripts/tool.ts': `import '../server/row.ts'`,
    'server/row.ts': `import '../core/index.ts'\nimport '../prisma/generated/client.ts'\nexport type Row = 1`,
    'server/view.ts': 'export type View = 1',
    'tests/probe.ts': 'export const probe = 1',
    'ui/button.ts': `import '../core/learner.ts'\nimport type { Inside } from '../core/index.ts'\nimport type { View } from '../server/view.ts'\nexport type B = Inside | View`,
    'node_modules/react/index.js': 'export default 1',
    'node_modules/react/package.json': '{"name":"react","main":"index.js","type":"module"}',
  }

  async function inspectHouse(name: string, files: Readonly<Record<string, string>>) {
    const folder = path.join(base, name.replaceAll(' ', '-'))
    for (const [file, text] of Object.entries({ 'package.json': '{"type":"module"}', ...sound, ...files })) {
      fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true })
      fs.writeFileSync(path.join(folder, file), text)
    }
    return inspectImports(fs.realpathSync(folder))
  }

  it('may be what the rules allow', async () => {
    expect((await inspectHouse('sound', {})).breaches).toEqual([])
  })

  it.each(importRules.map(({ name }) => name ?? ''))('are caught when they break: %s', async (name) => {
    const files = planted[name]
    if (!files) throw new Error(`no violation is planted for "${name}"`)
    const { breaches } = await inspectHouse(name, files)
    expect(breaches).toContainEqual(expect.objectContaining({ rule: name, from: Object.keys(files)[0] }))
  })
})

describe('names', () => {
  const hollow = /(?:^|\/)(?:utils?|helpers?|common|misc|services?|managers?)(?:\.|\/)/i

  it('say what a file is for', () => {
    expect(listSources(root, [...houses, 'tests']).filter((file) => hollow.test(file))).toEqual([])
  })

  it.each(['core/utils.ts', 'server/helpers/x.ts', 'ui/Common/x.tsx', 'core/misc.test.ts', 'app/service.ts'])(
    'are caught when they do not: %s',
    (file) => expect(file).toMatch(hollow),
  )
})

describe('core', () => {
  it('depends on nothing but its arguments', () => {
    expect(listSources(root, ['core']).flatMap((file) => findImpurities(read(file), file))).toEqual([])
  })

  it.each([
    ['const now = Date.now()', 'the clock'],
    ['const now = new Date()', 'the clock'],
    ['const now = Date()', 'the clock'],
    ['const t = performance.now()', 'the clock'],
    ['const x = Math.random()', 'chance'],
    ['const id = crypto.randomUUID()', 'chance'],
    ['const { PORT } = process.env', 'the environment'],
    [`const x = fetch('https://example.org')`, 'the network'],
    ['const s = (1234).toLocaleString()', 'the locale of the machine'],
    [`const n = 'a'.localeCompare('b')`, 'the locale of the machine'],
  ])('is caught at: %s', (text, what) => {
    expect(findImpurities(text, 'planted.ts')).toEqual([`planted.ts:1: ${what}`])
  })

  it('may hold a date it was given, and a word that is also a global name', () => {
    expect(findImpurities(`new Date('2024-01-01'); a.process; ({ process: 1 })`, 'sound.ts')).toEqual([])
  })
})

describe('regexes that face strangers’ text', () => {
  const files = listSources(root, ['core', 'server'])
  const unique = (found: readonly FoundRegex[]) => [
    ...new Map(found.map((regex) => [`/${regex.source}/${regex.flags}`, regex])).values(),
  ]

  it('are proved to run in linear time', () => {
    const literals = unique(files.flatMap((file) => findRegexLiterals(read(file), file)))
    expect(literals.length).toBeGreaterThan(0)
    expect(literals.map(judgeRegex).filter((complaint) => complaint !== null)).toEqual([])
  }, 900_000)

  it('are proved likewise where they are composed while the program is loaded', async () => {
    const composing = files.filter((file) => composesRegexes(read(file)))
    const recorded = await recordRegexes(async () => {
      for (const file of files.filter((each) => each.startsWith('core/')))
        await import(/* @vite-ignore */ path.join(root, file))
    })
    const seen = new Set(recorded.map(({ where }) => where))
    expect(composing.filter((file) => !seen.has(file))).toEqual([])
    expect(
      unique(recorded)
        .map(judgeRegex)
        .filter((complaint) => complaint !== null),
    ).toEqual([])
  }, 900_000)

  it.each([String.raw`const bad = /^(\w+\s?)*$/`, 'const worse = /(a|a)*b/'])(
    'are caught when they crawl: %s',
    (text) => {
      const [regex] = findRegexLiterals(text, 'planted.ts')
      expect(regex && judgeRegex(regex)).toMatch(/^planted\.ts:1: .* is /)
    },
  )

  it('are recorded when they are composed', async () => {
    const file = path.join(os.tmpdir(), `bellwether-regex-${process.pid}`, 'core', 'planted.mjs')
    fs.mkdirSync(path.dirname(file), { recursive: true })
    fs.writeFileSync(file, `export const bad = new RegExp('(x+' + 'x+)+y')`)
    try {
      const [regex] = await recordRegexes(() => import(/* @vite-ignore */ file))
      expect(regex?.where).toBe('core/planted.mjs')
      expect(regex && judgeRegex(regex)).toMatch(/ is /)
    } finally {
      fs.rmSync(path.dirname(path.dirname(file)), { recursive: true })
    }
  })
})

describe('the lock file', () => {
  type Entry = { resolved?: string; optionalDependencies?: Record<string, string> }
  const packages: Record<string, Entry> = JSON.parse(read('package-lock.json')).packages

  it('names no registry', () => {
    expect(Object.values(packages).filter((entry) => entry.resolved?.startsWith('http'))).toEqual([])
  })

  it('lists the optional packages of every platform, so that npm ci holds on each', () => {
    const wanted = Object.values(packages).flatMap((entry) => Object.keys(entry.optionalDependencies ?? {}))
    const present = Object.keys(packages)
    expect(wanted.filter((name) => !present.some((at) => at.endsWith(`node_modules/${name}`)))).toEqual([])
  })
})
