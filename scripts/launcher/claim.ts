import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { isAlive } from '../../server/postgres/postmaster.ts'

const holderSchema = z.object({
  pid: z.number().int(),
  /** Tells the process from a later one that was given its number. */
  born: z.string(),
  /** The address it serves, once it does. */
  url: z.string().nullable(),
  /** The processes it started. */
  children: z.record(z.string(), z.number().int()),
})

/** Who holds a folder. */
export type Holder = z.infer<typeof holderSchema>

/** The folder is held by a launcher that lives. */
export class ClaimedError extends Error {
  readonly holder: Holder
  constructor(holder: Holder) {
    super(`held by process ${holder.pid}`)
    this.holder = holder
  }
}

/** A folder held by this process until it is released, or until the process is gone. */
export type Claim = { update: (change: Partial<Holder>) => void; release: () => void }

/** Where the claim on a folder is kept. */
export const claimFile = (folder: string) => path.join(folder, 'launcher.json')

/**
 * Takes the folder for this process, or throws a ClaimedError. What a dead process left behind does not count. The
 * file appears whole (a hard link is made to a finished draft), so two that start at the same moment cannot both win.
 */
export function claimFolder(folder: string): Claim {
  fs.mkdirSync(folder, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 })
  const file = claimFile(folder)
  const draft = `${file}.${process.pid}`
  let holder: Holder = { pid: process.pid, born: birth(process.pid), url: null, children: {} }
  const write = (target: string) => fs.writeFileSync(target, JSON.stringify(holder), { mode: 0o600 })
  write(draft)
  try {
    while (!linked(draft, file)) clearDead(file, `${draft}.old`)
  } finally {
    fs.rmSync(draft, { force: true })
  }
  return {
    update(change) {
      holder = { ...holder, ...change, children: { ...holder.children, ...change.children } }
      write(draft)
      fs.renameSync(draft, file)
    },
    release: () => fs.rmSync(file, { force: true }),
  }
}

/** Who holds the folder at this moment; null when nobody living does. */
export function getHolder(folder: string): Holder | null {
  const holder = readHolder(claimFile(folder))
  return holder && isAlive(holder.pid) && birth(holder.pid) === holder.born ? holder : null
}

function linked(draft: string, file: string): boolean {
  try {
    fs.linkSync(draft, file)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/** Removes the claim of a dead process; throws when its holder lives. */
function clearDead(file: string, aside: string): void {
  const living = getHolder(path.dirname(file))
  if (living) throw new ClaimedError(living)
  try {
    // Moved rather than removed: whoever else found it dead may have put a claim of its own in its place by now.
    fs.renameSync(file, aside)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return
    throw error
  }
  const moved = readHolder(aside)
  if (moved && isAlive(moved.pid) && birth(moved.pid) === moved.born) {
    linked(aside, file)
    fs.rmSync(aside)
    throw new ClaimedError(moved)
  }
  fs.rmSync(aside)
}

function readHolder(file: string): Holder | null {
  try {
    const result = holderSchema.safeParse(JSON.parse(fs.readFileSync(file, 'utf8')))
    return result.success ? result.data : null
  } catch {
    return null
  }
}

/** When a process began, in whatever form the system tells; empty when it does not. */
function birth(pid: number): string {
  try {
    if (process.platform === 'linux') {
      // The 22nd field; the second, the name in brackets, may hold spaces.
      const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8')
      const boot = fs.readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
      return `${boot} ${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]}`
    }
    if (process.platform === 'win32') return ''
    return execFileSync('ps', ['-p', String(pid), '-o', 'lstart='], { encoding: 'utf8' }).trim()
  } catch {
    return ''
  }
}
