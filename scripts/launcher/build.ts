import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { ClaimedError, claimFolder } from './claim.ts'
import { root } from './prisma.ts'
import { type Environment, runNode } from './run.ts'

/** The program of Next, run by Node itself: a wrapper such as npx would leave it behind when it is killed. */
export const nextProgram = path.join(root, 'node_modules/next/dist/bin/next')

/** The server that a standalone build brings; it speaks for the folder it stands in. */
export const standaloneServer = path.join(root, 'server.js')

/** Folders and files of the clone that a build is made of. */
const sources = [
  'app',
  'core',
  'server',
  'ui',
  'public',
  'prisma/schema.prisma',
  'package-lock.json',
  'scripts/seal-pages.mjs',
  'scripts/build-worker.mjs',
]

const distFolder = () => path.join(root, process.env.NEXT_DIST_DIR || '.next')

/**
 * Builds the app unless the build that stands there was made from the same sources, packages and settings; says
 * whether it did. Never opens a database: none is named in the build's environment. Throws with Next's own words.
 */
export async function buildApp(report: (line: string) => void, signal?: AbortSignal): Promise<boolean> {
  if (isFresh()) return false
  const claim = await waitForClaim(report)
  try {
    // Somebody else may have built it while this one waited.
    if (isFresh()) return false
    report('Building the pages (after every change of the code, under a minute) ...')
    const wanted = buildFingerprint()
    fs.rmSync(stampFile(), { force: true })
    for (const words of [[nextProgram, 'build'], ['scripts/seal-pages.mjs'], ['scripts/build-worker.mjs']]) {
      const { code, output } = await runNode(words, {
        cwd: root,
        env: buildEnvironment(),
        quiet: true,
        signal,
      })
      if (code !== 0) throw new Error(`The pages could not be built:\n${output}`)
    }
    takeStandalone()
    fs.writeFileSync(stampFile(), wanted)
    return true
  } finally {
    claim.release()
  }
}

const stampFile = () => path.join(distFolder(), '.made-from')
const isFresh = () =>
  fs.existsSync(stampFile()) && fs.readFileSync(stampFile(), 'utf8') === buildFingerprint()

/** Takes out of a standalone build its server alone: what else is there are copies of what stands in this tree. */
function takeStandalone(): void {
  const folder = path.join(distFolder(), 'standalone')
  if (fs.existsSync(folder)) fs.copyFileSync(path.join(folder, 'server.js'), standaloneServer)
  else fs.rmSync(standaloneServer, { force: true })
  fs.rmSync(folder, { recursive: true, force: true })
}

async function waitForClaim(report: (line: string) => void) {
  const folder = path.join(root, 'node_modules/.cache/bellwether-build')
  for (let tries = 0; ; tries++) {
    try {
      return claimFolder(folder)
    } catch (error) {
      if (!(error instanceof ClaimedError)) throw error
      if (tries === 0) report('Waiting for another build of this clone ...')
      await sleep(500)
    }
  }
}

function buildEnvironment(): Environment {
  const none = { DATABASE_URL: '', DATABASE_DIRECT_URL: '', DATABASE_REPLICA_URL: '', BELLWETHER_SECRET: '' }
  return { ...none, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' }
}

/** A hash of everything a build is made of: two equal ones make the same pages. */
export function buildFingerprint(): string {
  const hash = createHash('sha256')
  for (const file of [...sources.flatMap(filesUnder), ...topLevelFiles()].sort())
    hash
      .update(`${file}\0`)
      .update(fs.readFileSync(path.join(root, file)))
      .update('\0')
  for (const [name, value] of Object.entries(process.env).sort())
    if (name.startsWith('NEXT_PUBLIC_')) hash.update(`${name}=${value}\0`)
  return hash.digest('hex')
}

function filesUnder(place: string): string[] {
  const stat = fs.statSync(path.join(root, place), { throwIfNoEntry: false })
  if (!stat) return []
  if (stat.isFile()) return [place]
  return fs
    .readdirSync(path.join(root, place), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
}

/** Scripts at the top of the clone that a build makes. */
const MADE: ReadonlySet<string> = new Set(['next-env.d.ts', path.basename(standaloneServer)])

/** Next's settings and what they import: the scripts at the top of the clone. */
function topLevelFiles(): string[] {
  return fs.readdirSync(root).filter((name) => /\.(?:js|mjs|ts)$/.test(name) && !MADE.has(name))
}
