import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { chromium } from '@playwright/test'
import { root } from '../launcher/prisma.ts'
import { runNode } from '../launcher/run.ts'

const commands = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const places = [
  '/usr/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/**
 * The path of a Chromium for the browser tests: CHROMIUM_PATH, the system's, Playwright's, or one that is installed
 * now (as root on Debian by apt-get, else by Playwright). Null when there is none to be had.
 */
export async function findBrowser(report: (line: string) => void): Promise<string | null> {
  const named = process.env.CHROMIUM_PATH
  if (named) return isProgram(named) ? named : null
  const present = findInstalled()
  if (present) return present
  if (process.getuid?.() === 0 && onPath('apt-get')) {
    report('Installing Chromium with apt-get, for the browser tests ...')
    const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    const apt = (...words: string[]) => spawnSync('apt-get', words, { env: environment, stdio: 'ignore' })
    apt('update')
    apt('install', '-y', '--no-install-recommends', 'chromium')
  } else {
    report('Asking Playwright for a Chromium, for the browser tests ...')
    const words = ['node_modules/@playwright/test/cli.js', 'install', 'chromium']
    await runNode(words, { cwd: root, quiet: true, signal: AbortSignal.timeout(180_000) }).catch(() => {})
  }
  return findInstalled()
}

function findInstalled(): string | null {
  const candidates = [...commands.map(onPath), ...places, chromium.executablePath()]
  return candidates.find((file) => file !== null && isProgram(file)) ?? null
}

function onPath(command: string): string | null {
  const folders = (process.env.PATH ?? '').split(path.delimiter)
  return folders.map((folder) => path.join(folder, command)).find(isProgram) ?? null
}

function isProgram(file: string): boolean {
  try {
    fs.accessSync(file, fs.constants.X_OK)
    return fs.statSync(file).isFile()
  } catch {
    return false
  }
}
