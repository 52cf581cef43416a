import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { buildApp } from '../launcher/build.ts'
import { generateClient } from '../launcher/prisma.ts'
import { findBrowser } from './browser.ts'
import { type Outcome, runGate, runPlaywright, runVitest } from './runners.ts'

/** One part of the whole: what it is called, whether the quick run has it, and how it is done. */
type Check = { name: string; quick: boolean; run: (folder: string) => Promise<Outcome> }

const say = (line: string) => console.log(line)

/** What is checked, in this order: the cheap and telling first. */
const checks: readonly Check[] = [
  { name: 'types', quick: true, run: () => runGate(['node_modules/typescript/bin/tsc', '--noEmit']) },
  {
    name: 'lint',
    quick: true,
    run: () =>
      runGate(['node_modules/@biomejs/biome/bin/biome', 'ci', '--error-on-warnings', '--colors=off']),
  },
  { name: 'house', quick: true, run: (folder) => runVitest('house', folder) },
  { name: 'unused code', quick: false, run: () => runGate(['node_modules/knip/bin/knip.js']) },
  { name: 'unit tests', quick: true, run: (folder) => runVitest('core', folder) },
  { name: 'build', quick: false, run: build },
  { name: 'database tests', quick: false, run: (folder) => runVitest('server', folder) },
  { name: 'browser tests', quick: false, run: runBrowserTests },
]

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
  for (const name of ['DATABASE_URL', 'DATABASE_DIRECT_URL', 'DATABASE_REPLICA_URL']) delete process.env[name]
  const total = { passed: 0, failed: 0 }
  try {
    await generateClient()
    for (const check of checks) {
      if (words.includes('--quick') && !check.quick) continue
      const began = performance.now()
      const outcome = await check.run(folder)
      total.passed += outcome.passed
      total.failed += outcome.failed
      const seconds = ((performance.now() - began) / 1000).toFixed(1)
      if (outcome.failed > 0 && outcome.output) say(outcome.output.trimEnd())
      say(`${outcome.failed > 0 ? '✗' : '✓'} ${check.name}: ${describe(outcome)} (${seconds} s)`)
    }
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
  }
  say(`\n${total.passed} passed, ${total.failed} failed`)
  process.exit(total.failed > 0 ? 1 : 0)
}

function describe({ passed, failed }: Outcome): string {
  return failed > 0 ? `${passed} passed, ${failed} failed` : `${passed} passed`
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
