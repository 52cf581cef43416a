import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { type Account, canReach, chooseAccount } from './account.ts'
import { findBinaries } from './binaries.ts'

/** Where the database of one data folder lives, and as whom it runs. `moved`: it could not stay in the data folder. */
export type Place = { data: string; native: string; account: Account | null; moved: boolean }

/** The folder for what cannot stay in the clone; the tests keep theirs in the system's temporary folder. */
export const sharedFolder = '/var/lib/bellwether'

/** Folders others may pass through, without seeing what is in them. */
const PASSABLE = 0o711

/**
 * Decides where the database of `dataFolder` lives. Normally `dataFolder/postgres`; as root, where the account that
 * PostgreSQL runs as cannot reach the data folder or the programs, a folder of its own under `elsewhere`, named by a
 * hash of the data folder's path. A database that exists in either place is found again or named in an error, never
 * passed over for an empty one.
 */
export function preparePlace(dataFolder: string, elsewhere: string = sharedFolder): Place {
  const { native, version } = findBinaries()
  const account = chooseAccount(process.getuid?.(), () => fs.readFileSync('/etc/passwd', 'utf8'))
  makeFolder(dataFolder, account ? PASSABLE : 0o700)
  const home = fs.realpathSync(dataFolder)
  const inside = path.join(home, 'postgres')
  if (!account) return { data: inside, native, account, moved: false }

  const hash = createHash('sha256').update(home).digest('hex').slice(0, 16)
  const folder = path.join(elsewhere, hash)
  const outside = path.join(folder, 'postgres')
  const wasMoved = !isCluster(inside) && isCluster(outside)
  const dataStays = canReach(account, home) && !wasMoved
  const programsStay = canReach(account, path.join(native, 'bin'))
  if (dataStays && programsStay) return { data: inside, native, account, moved: false }

  if (!dataStays && isCluster(inside))
    throw new Error(
      `The database in ${inside} can no longer be reached by "${account.name}", who runs PostgreSQL; open the folders above it with chmod o+x.`,
    )
  makeFolder(elsewhere, PASSABLE)
  makeFolder(folder, PASSABLE)
  if (!canReach(account, folder))
    throw new Error(
      `PostgreSQL runs as "${account.name}", who can reach neither ${home} nor ${folder}; open one of them with chmod o+x.`,
    )
  return {
    data: dataStays ? inside : outside,
    native: programsStay ? native : copyPrograms(native, path.join(elsewhere, `postgres-${version}`)),
    account,
    moved: true,
  }
}

/** Whether a whole database cluster stands in the folder. */
export function isCluster(folder: string): boolean {
  return fs.existsSync(path.join(folder, 'PG_VERSION'))
}

/** Makes the folder, with this mode whatever the umask; one that exists is left as it is. */
function makeFolder(folder: string, mode: number): void {
  if (fs.existsSync(folder)) return
  fs.mkdirSync(folder, { recursive: true })
  fs.chmodSync(folder, mode)
}

/** Copies once, readable for all; a copy that was interrupted is never taken for a whole one. */
function copyPrograms(native: string, target: string): string {
  if (fs.existsSync(target)) return target
  const draft = `${target}.${process.pid}`
  fs.cpSync(native, draft, { recursive: true, verbatimSymlinks: true })
  for (const entry of fs.readdirSync(draft, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name)
    if (entry.isDirectory()) fs.chmodSync(file, 0o755)
    else if (entry.isFile()) fs.chmodSync(file, fs.statSync(file).mode | 0o444 | executable(file))
  }
  fs.chmodSync(draft, 0o755)
  fs.renameSync(draft, target)
  return target
}

function executable(file: string): number {
  return fs.statSync(file).mode & 0o100 ? 0o111 : 0
}
