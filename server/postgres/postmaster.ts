import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { program } from './binaries.ts'
import { asAccount } from './cluster.ts'
import type { Place } from './place.ts'

/** Whether a process of this number exists, whoever owns it. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/**
 * Makes way for a new server on a data folder whose launcher is gone: one that still runs is shut down cleanly, and
 * the note a dead one left behind is removed where another process has been given its number since (PostgreSQL
 * itself would take that process for the old server and refuse to start).
 */
export async function takeOver(place: Place): Promise<void> {
  const note = path.join(place.data, 'postmaster.pid')
  const pid = readPid(note)
  if (pid === null || !isAlive(pid)) return
  if (isServerOf(pid, place.data)) await shutDown(place, pid)
  else fs.rmSync(note, { force: true })
}

/** Shuts a server down at once but cleanly (PostgreSQL's 'fast' mode) and resolves when the process is gone. */
export async function shutDown(place: Place, pid: number): Promise<void> {
  if (process.platform === 'win32') {
    const words = ['stop', '-D', place.data, '-m', 'fast', '-w']
    execFileSync(program(place.native, 'pg_ctl'), words, asAccount(place, place.data))
    return
  }
  signal(pid, 'SIGINT')
  // A checkpoint over a slow disk takes its time; after a minute the write-ahead log has to do.
  for (let waited = 0; isAlive(pid) && isServerOf(pid, place.data); waited += 20) {
    if (waited === 60_000) signal(pid, 'SIGQUIT')
    await sleep(20)
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch {
    // It ended in between, which is what was wanted.
  }
}

function readPid(note: string): number | null {
  if (!fs.existsSync(note)) return null
  const pid = Number.parseInt(fs.readFileSync(note, 'utf8'), 10)
  return pid > 0 ? pid : null
}

/** A PostgreSQL server works inside its data folder, which tells it from a stranger with the same number. */
function isServerOf(pid: number, data: string): boolean {
  try {
    if (process.platform === 'linux') return fs.readlinkSync(`/proc/${pid}/cwd`) === fs.realpathSync(data)
    if (process.platform === 'win32') return true
    return execFileSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' }).includes(
      'postgres',
    )
  } catch {
    return false
  }
}
