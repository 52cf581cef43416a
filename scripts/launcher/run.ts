import { spawn } from 'node:child_process'

/** Variables for a program, beside or instead of our own. */
export type Environment = Readonly<Record<string, string | undefined>>

export type RunOptions = {
  env?: Environment
  quiet?: boolean
  cwd?: string
  signal?: AbortSignal | undefined
}

/** What a finished program left behind: its exit code (1 when a signal ended it) and all it printed. */
export type Finished = { code: number; output: string }

/**
 * Runs a program of Node to its end and resolves with its exit code and output; it never rejects for a failing
 * program, only for one that `signal` cut off. With `quiet` the output is only collected, else it is shown as well.
 */
export function runNode(words: readonly string[], options: RunOptions = {}): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, words, {
      cwd: options.cwd ?? process.cwd(),
      env: { ...process.env, ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(options.signal ? { signal: options.signal } : {}),
    })
    let output = ''
    const collect = (to: NodeJS.WriteStream) => (chunk: Buffer) => {
      output += chunk.toString()
      if (!options.quiet) to.write(chunk)
    }
    child.stdout.on('data', collect(process.stdout))
    child.stderr.on('data', collect(process.stderr))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code: code ?? 1, output }))
  })
}
