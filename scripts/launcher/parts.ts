import { execFile } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { root } from './prisma.ts'

type Licence = { license: { id?: string; name?: string } } | { expression: string }

/** A package as CycloneDX has it, as far as it is looked at here. */
export interface Part {
  readonly 'bom-ref': string
  readonly name: string
  readonly version: string
  readonly purl: string
  readonly licenses?: readonly Licence[]
  readonly properties: readonly { readonly name: string; readonly value: string }[]
}

/** A list of components in CycloneDX's format. */
export interface Parts {
  readonly bomFormat: 'CycloneDX'
  readonly metadata: { readonly component: Part }
  readonly components: readonly Part[]
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[]
}

const isForDevelopment = ({ properties }: Part): boolean =>
  properties.some(({ name, value }) => name === 'cdx:npm:package:development' && value === 'true')

/**
 * Every package that a running Bellwether may load, on whatever system, from the lock file alone: nothing is asked of the
 * network. npm lists them; told to leave development out, npm 11 leaves out what is needed on both sides too, so that is
 * done here.
 */
export async function readParts(): Promise<Parts> {
  const { stdout } = await promisify(execFile)(
    'npm',
    ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'],
    { cwd: root, maxBuffer: 64_000_000, shell: process.platform === 'win32' },
  )
  const all: Parts = JSON.parse(stdout)
  const components = all.components.filter((part) => !isForDevelopment(part)).map(withLicence)
  const own = all.metadata.component
  const refs = new Set([own['bom-ref'], ...components.map((part) => part['bom-ref'])])
  return {
    ...all,
    // npm calls it by the folder it stands in.
    metadata: { ...all.metadata, component: { ...own, name: 'bellwether' } },
    components,
    dependencies: all.dependencies
      .filter(({ ref }) => refs.has(ref))
      .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((each) => refs.has(each)) })),
  }
}

interface Locked {
  readonly version?: string
  readonly license?: string
}

let locked: Readonly<Record<string, Locked>> | undefined

/** npm leaves out a licence that is no word of SPDX; it then stands as its author wrote it. */
function withLicence(part: Part): Part {
  if (part.licenses) return part
  locked ??= JSON.parse(fs.readFileSync(path.join(root, 'package-lock.json'), 'utf8')).packages
  const found = Object.entries(locked ?? {}).find(
    ([place, { version, license }]) =>
      license && place.endsWith(`node_modules/${part.name}`) && version === part.version,
  )
  return found?.[1].license ? { ...part, licenses: [{ license: { name: found[1].license } }] } : part
}

/** How a licence reads: its name, or an expression of names. */
export const sayLicence = ({ licenses = [] }: Part): string =>
  licenses
    .map((each) => ('expression' in each ? each.expression : (each.license.id ?? each.license.name ?? '')))
    .join(' AND ')
