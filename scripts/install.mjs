// What must hold before anything of node_modules can be used. Plain JavaScript without dependencies: after a fresh
// clone there is nothing but Node.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

/** The root of the clone. */
export const root = path.resolve(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), '..')

const lockFile = path.join(root, 'package-lock.json')
const installed = path.join(root, 'node_modules/.package-lock.json')
const stamp = path.join(root, 'node_modules/.bellwether-installed')

/** Ends the process with one sentence unless this Node is new enough. */
export function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  console.error(`Bellwether needs Node 20.19 or later; this is ${process.version}.`)
  process.exit(1)
}

/** Installs the dependencies of package-lock.json unless they are there already; ends the process when that fails. */
export function installDependencies() {
  if (isInstalled()) return
  console.log('Installing the dependencies (once, about a minute) ...')
  const words = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']
  const npm = process.env.npm_execpath
  const { status } = npm?.endsWith('.js')
    ? spawnSync(process.execPath, [npm, ...words], { cwd: root, stdio: 'inherit' })
    : spawnSync('npm', words, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' })
  if (status !== 0) {
    console.error('The dependencies could not be installed; npm says why above.')
    process.exit(1)
  }
  fs.writeFileSync(stamp, lockHash())
}

/** Lets this process import TypeScript. */
export async function loadTypeScript() {
  const { register } = await import('tsx/esm/api')
  register()
}

function isInstalled() {
  if (!fs.existsSync(installed)) return false
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === lockHash()) return true
  // Somebody ran npm by hand.
  const fresh = fs.statSync(installed).mtimeMs >= fs.statSync(lockFile).mtimeMs
  if (fresh) fs.writeFileSync(stamp, lockHash())
  return fresh
}

function lockHash() {
  return createHash('sha256').update(fs.readFileSync(lockFile)).digest('hex')
}
