import { type ChildProcess, spawn } from 'node:child_process'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { STOPPING } from '../../server/health/stopping.ts'
import { root } from './prisma.ts'

/** A program of ours that runs until it is stopped. */
export type Child = {
  pid: number
  ended: Promise<number>
  /** Tells it that it is about to be stopped. */
  announceStop: () => void
  stop: (patience?: number) => Promise<void>
}

/** How long a program may take over its last requests before it is cut off, in milliseconds. */
const PATIENCE = 10_000

/**
 * Starts a program of Node as a direct child that ends when this process does, however this process ends
 * (follow-parent.mjs). It has a process group of its own: Ctrl-C in a terminal reaches the launcher alone, which
 * stops the app before its database. Of what it prints, lines that match `unsaid` are left out; where `hear` is given, it is
 * told every line instead, and nothing is printed.
 */
export function startChild(
  words: readonly string[],
  environment: NodeJS.ProcessEnv,
  unsaid?: RegExp,
  hear?: (line: string) => void,
): Child {
  const follow = path.join(root, 'scripts/launcher/follow-parent.mjs')
  const child: ChildProcess = spawn(process.execPath, ['--import', `file://${follow}`, ...words], {
    cwd: root,
    env: environment,
    stdio: ['ignore', unsaid || hear ? 'pipe' : 'inherit', hear ? 'pipe' : 'inherit', 'ipc'],
    detached: process.platform !== 'win32',
  })
  const say = hear ?? ((line) => unsaid?.test(line) || console.log(line))
  for (const input of [child.stdout, child.stderr]) if (input) createInterface({ input }).on('line', say)
  const ended = new Promise<number>((resolve) => {
    child.once('exit', (code) => resolve(code ?? 1))
    child.once('error', () => resolve(1))
  })
  return {
    pid: child.pid ?? 0,
    ended,
    announceStop: () => void (child.connected && child.send(STOPPING, () => {})),
    async stop(patience = PATIENCE) {
      child.kill('SIGTERM')
      const impatient = setTimeout(() => child.kill('SIGKILL'), patience)
      await ended
      clearTimeout(impatient)
    },
  }
}
