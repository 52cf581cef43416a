import { spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { claimFile, type Holder } from '../../scripts/launcher/claim.ts'
import { root } from '../../scripts/launcher/prisma.ts'

/** A launcher that was started as a person would start it. */
export type StartedApp = {
  /** The address it prints once it serves; rejects with all it said when it ends instead. */
  url: Promise<string>
  /** Its exit code, or the signal that ended it. */
  ended: Promise<number | NodeJS.Signals | null>
  /** All it has printed so far. */
  output: () => string
  /** The numbers of its processes; the launcher is always there, the others once they run. */
  processes: () => { launcher: number; app?: number; postgres?: number }
  /** Sends the launcher a signal, SIGTERM by default, and waits for its end. */
  stop: (signal?: NodeJS.Signals) => Promise<number | NodeJS.Signals | null>
  /** Kills launcher, app and database with SIGKILL, all at once, and waits until they are gone. */
  killAll: () => Promise<void>
}

/**
 * Starts Bellwether (scripts/start.mjs) on this data folder, with nothing else of the environment's settings than
 * what is given here. Whoever starts it stops it.
 */
export function startApp(
  dataFolder: string,
  environment: Readonly<Record<string, string>> = {},
  words: readonly string[] = [],
): StartedApp {
  const { DATABASE_URL: _, DATABASE_DIRECT_URL: __, BELLWETHER_SECRET: ___, ...rest } = process.env
  const child = spawn(process.execPath, [path.join(root, 'scripts/start.mjs'), ...words], {
    cwd: root,
    env: {
      ...rest,
      NODE_ENV: 'production',
      BELLWETHER_DATA: dataFolder,
      BELLWETHER_SHARED: path.join(path.dirname(dataFolder), 'shared'),
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  const ended = new Promise<number | NodeJS.Signals | null>((resolve) => {
    child.once('close', (code, signal) => resolve(code ?? signal))
  })
  const url = new Promise<string>((resolve, reject) => {
    const collect = (chunk: Buffer) => {
      output += chunk.toString()
      const served = /Bellwether is at (\S+)/.exec(output)?.[1]
      if (served) resolve(served)
    }
    child.stdout.on('data', collect)
    child.stderr.on('data', collect)
    void ended.then((code) => reject(new Error(`Bellwether ended with ${code}:\n${output}`)))
  })
  // Some tests wait for the end alone.
  url.catch(() => {})

  const processes = () => ({ launcher: child.pid ?? 0, ...readHolder(dataFolder)?.children })
  return {
    url,
    ended,
    output: () => output,
    processes,
    stop(signal = 'SIGTERM') {
      child.kill(signal)
      return ended
    },
    async killAll() {
      const all = Object.values(processes())
      for (const pid of all) kill(pid)
      await ended
      while (all.some(isRunning)) await sleep(10)
    },
  }
}

function readHolder(dataFolder: string): Holder | null {
  const file = claimFile(dataFolder)
  return fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : null
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It was gone already.
  }
}

/** Whether a process runs; one that is dead and only not yet collected by its parent does not. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    if (process.platform !== 'linux') return true
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2)[0] !== 'Z'
  } catch {
    return false
  }
}
