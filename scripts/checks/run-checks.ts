import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { buildApp } from '../launcher/build.ts'
import { generateClient } from '../launcher/prisma.ts'
import { findBrowser } from './browser.ts'
import { type Outcome, runGate, runPlaywright, runVitest } from './runners.ts'

/** One part of the whole: what it is called, whether the quick run has it, and how it is done. */
type Check = { name: string; quick: boolean; run: (folder: string) => Promise<Outcome> }

/** What came of a check, and how long it took. */
type Done = { name: string; outcome: Outcome; seconds: number }

const say = (line: string) => console.log(line)
const biome = ['node_modules/@biomejs/biome/bin/biome']

/**
 * What is checked: each row after the one before it. The lanes of a row run side by side, the checks of a lane one after
 * the other. The rules of the house wait most of their time for proofs that use one core, which leaves the others.
 */
const checks: readonly (readonly (readonly Check[])[])[] = [
  [
    [
      { name: 'types', quick: true, run: () => runGate(['node_modules/typescript/bin/tsc', '--noEmit']) },
      {
        name: 'lint',
        quick: true,
        run: () => runGate([...biome, 'ci', '--error-on-warnings', '--colors=off']),
      },
      { name: 'unit tests', quick: true, run: (folder) => runVitest('core', folder) },
    ],
    [
      { name: 'house', quick: true, run: (folder) => runVitest('house', folder) },
      { name: 'unused code', quick: false, run: () => runGate(['node_modules/knip/bin/knip.js']) },
    ],
  ],
  [[{ name: 'build', quick: false, run: build }]],
  [[{ name: 'database tests', quick: false, run: (folder) => runVitest('server', folder) }]],
  [[{ name: 'browser tests', quick: false, run: runBrowserTests }]],
]

/** What a person may have set for their own Bellwether, and the tests must not see. */
const settings = ['HOST', 'PORT', 'BELLWETHER_URL', 'TRUST_PROXY', 'BELLWETHER_SECRET', 'DATABASE_URL']
settings.push('DATABASE_DIRECT_URL', 'DATABASE_REPLICA_URL', 'NEXT_DIST_DIR')
for (const service of ['GOOGLE', 'MICROSOFT', 'GITHUB', 'OIDC']) settings.push(`AUTH_${service}_ID`)

/**
 * Runs every check (with `--quick` the quick ones) to the end, whatever fails on the way, prints one line for each and
 * `N passed, N failed` at last, and ends the process with 1 if anything failed. Touches no data folder of a person:
 * what is written goes to the system's temporary folder.
 */
export async function runChecks(words: readonly string[]): Promise<void> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'bellwether-checks-'))
  // As root the database runs as somebody else, who has to pass through.
  fs.chmodSync(folder, 0o711)
  process.env.BELLWETHER_DATA = path.join(folder, 'data')
  process.env.BELLWETHER_SHARED = path.join(folder, 'shared')
  process.env.NO_COLOR = '1'
  for (const name of settings) delete process.env[name]
  const total = { passed: 0, failed: 0 }
  const runLane = async (lane: readonly Check[]) => {
    for (const check of lane.filter(({ quick }) => quick || !words.includes('--quick'))) {
      const done = await carryOut(check, folder)
      total.passed += done.outcome.passed
      total.failed += done.outcome.failed
      tell(done)
    }
  }
  try {
    await generateClient()
    for (const row of checks) await Promise.all(row.map(runLane))
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
  }
  say(`\n${total.passed} passed, ${total.failed} failed`)
  process.exit(total.failed > 0 ? 1 : 0)
}

async function carryOut({ name, run }: Check, folder: string): Promise<Done> {
  const began = performance.now()
  const outcome = await run(folder)
  return { name, outcome, seconds: (performance.now() - began) / 1000 }
}

/** One line for a check that passed; for one that failed, what it printed as well. */
function tell({ name, outcome: { passed, failed, output }, seconds }: Done): void {
  if (failed > 0 && output) say(output.trimEnd())
  const counts = failed > 0 ? `${passed} passed, ${failed} failed` : `${passed} passed`
  say(`${failed > 0 ? '✗' : '✓'} ${name}: ${counts} (${seconds.toFixed(1)} s)`)
}

async function build(): Promise<Outcome> {
  try {
    await buildApp(() => {})
    return { passed: 1, failed: 0, output: '' }
  } catch (error) {
    return { passed: 0, failed: 1, output: error instanceof Error ? error.message : String(error) }
  }
}

async function runBrowserTests(folder: string): Promise<Outcome> {
  const browser = await findBrowser(say)
  if (browser === null) {
    const output =
      'No browser was found: install Chromium or Chrome (or name one in CHROMIUM_PATH); the browser tests count as failed.'
    return { passed: 0, failed: 1, output }
  }
  return runPlaywright(browser, folder)
}
