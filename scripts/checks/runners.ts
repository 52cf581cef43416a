import fs from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { root } from '../launcher/prisma.ts'
import { runNode } from '../launcher/run.ts'

/** What came of a check, and what it printed. */
export type Outcome = { passed: number; failed: number; output: string }

const vitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  success: z.boolean(),
})
const playwrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
})

/** Runs a tool that either passes or fails; it counts as one. */
export async function runGate(words: readonly string[]): Promise<Outcome> {
  const { code, output } = await runNode(words, { cwd: root, quiet: true })
  return code === 0 ? { passed: 1, failed: 0, output } : { passed: 0, failed: 1, output }
}

/** Runs one project of vitest.config.ts. A run that breaks off before or after its tests fails, whatever it counted. */
export async function runVitest(project: string, folder: string): Promise<Outcome> {
  const file = path.join(folder, `${project}.json`)
  const words = ['node_modules/vitest/vitest.mjs', 'run', '--project', project, '--reporter=default']
  words.push('--reporter=json', `--outputFile.json=${file}`)
  const { code, output } = await runNode(words, { cwd: root, quiet: true, env: { NODE_ENV: 'test' } })
  const report = readReport(file, vitestReport)
  const counted = { passed: report?.numPassedTests ?? 0, failed: report?.numFailedTests ?? 0 }
  return settle(counted, code, output)
}

/** Runs the browser tests with the browser at this path. A test that passed only when tried again counts as failed. */
export async function runPlaywright(browser: string, folder: string): Promise<Outcome> {
  const file = path.join(folder, 'browser.json')
  const words = ['node_modules/@playwright/test/cli.js', 'test', '--config', 'tests/e2e/playwright.config.ts']
  words.push('--reporter=list,json')
  const { code, output } = await runNode(words, {
    cwd: root,
    quiet: true,
    env: { CHROMIUM_PATH: browser, PLAYWRIGHT_JSON_OUTPUT_FILE: file, PLAYWRIGHT_SKIP_BROWSER_GC: '1' },
  })
  const stats = readReport(file, playwrightReport)?.stats
  const counted = { passed: stats?.expected ?? 0, failed: (stats?.unexpected ?? 0) + (stats?.flaky ?? 0) }
  return settle(counted, code, output)
}

/** A program that says it failed without naming a failed test has one failure more: itself. */
function settle(counted: { passed: number; failed: number }, code: number, output: string): Outcome {
  const broke = counted.failed === 0 && (code !== 0 || counted.passed === 0)
  return { passed: counted.passed, failed: counted.failed + (broke ? 1 : 0), output }
}

function readReport<T>(file: string, schema: z.ZodType<T>): T | null {
  if (!fs.existsSync(file)) return null
  const result = schema.safeParse(JSON.parse(fs.readFileSync(file, 'utf8')))
  return result.success ? result.data : null
}
