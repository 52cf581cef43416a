import fs from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Parts, readParts, sayLicence } from '../../scripts/launcher/parts.ts'

const root = path.resolve(import.meta.dirname, '../..')

/** What may be handed on with a program that is itself under MIT, beside what stands in `SINGLE`. */
const ALLOWED = new Set(
  'MIT MIT-0 ISC 0BSD BSD BSD-2-Clause BSD-3-Clause Apache-2.0 BlueOak-1.0.0 Unlicense Zlib'.split(' '),
)

/** Other licences, each for the packages that have it: used as they are, unchanged, and named here one by one. */
const SINGLE: readonly (readonly [licence: string, packages: RegExp])[] = [
  // Letters: shipped as files, under their own licence.
  ['OFL-1.1', /^@fontsource(-variable)?\//],
  // The library that sharp draws pictures with: loaded as a library of its own, which anybody may replace.
  ['LGPL-3.0-or-later', /^@img\/sharp-/],
  ['Python-2.0', /^argparse$/],
  ['PSF-2.0', /^argparse$/],
  // A table of browsers, with Next.
  ['CC-BY-4.0', /^caniuse-lite$/],
  // With Prisma's studio, which is never started.
  ['EPL-2.0', /^elkjs$/],
]

/** The licences of an expression that are not allowed for that package. 'A or B' asks for one of the two. */
function forbidden(name: string, licence: string): string[] {
  const bare = licence.replace(/[()]/g, '')
  const choices = bare
    .split(/ or /i)
    .map((choice) =>
      choice
        .split(/ and /i)
        .filter(
          (each) =>
            !ALLOWED.has(each) &&
            !SINGLE.some(([single, packages]) => single === each && packages.test(name)),
        ),
    )
  return choices.some((choice) => choice.length === 0) ? [] : choices.flat()
}

describe('the list of what Bellwether is made of', () => {
  let parts: Parts
  beforeAll(async () => {
    parts = await readParts()
  })

  it('is CycloneDX, of Bellwether', () => {
    expect(parts).toMatchObject({ bomFormat: 'CycloneDX', metadata: { component: { name: 'bellwether' } } })
  })

  it('names every package that is not for development alone, with its version, and no other', () => {
    interface Locked {
      readonly name?: string
      readonly version: string
      readonly dev?: boolean
    }
    const { packages } = JSON.parse(fs.readFileSync(path.join(root, 'package-lock.json'), 'utf8'))
    const locked = Object.entries(packages as Record<string, Locked>)
      .filter(([place, { dev }]) => place !== '' && !dev)
      .map(([place, { name, version }]) => `${name ?? place.split('node_modules/').at(-1)}@${version}`)
    const named = parts.components.map(({ name, version }) => `${name}@${version}`)
    expect([...new Set(named)].sort()).toEqual([...new Set(locked)].sort())
    expect(named).toEqual(expect.arrayContaining([expect.stringMatching(/^react@/)]))
    expect(named.some((name) => name.startsWith('vitest@'))).toBe(false)
  })

  it('says under which licence each is, and all may be handed on', () => {
    const faults = parts.components.flatMap((part) => {
      const licence = sayLicence(part)
      if (licence === '') return [`${part.name} says no licence`]
      return forbidden(part.name, licence).map((each) => `${part.name}: ${each}`)
    })
    expect(faults).toEqual([])
  })

  it.each([
    ['any', 'GPL-3.0-or-later'],
    ['any', 'MIT AND AGPL-3.0-only'],
    ['any', 'LGPL-3.0-or-later'],
    ['any', 'UNLICENSED'],
  ])('would find one that may not: %s under %s', (name, licence) => {
    expect(forbidden(name, licence)).not.toEqual([])
  })

  it('points from each to what it needs, and to nothing that is not named', () => {
    const refs = new Set(parts.components.map((part) => part['bom-ref']))
    for (const { dependsOn } of parts.dependencies)
      expect(dependsOn.filter((each) => !refs.has(each))).toEqual([])
  })
})
