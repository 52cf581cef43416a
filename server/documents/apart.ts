import { spawn } from 'node:child_process'
import { join } from 'node:path'
import type { DocumentRefusal } from './document.ts'
import type { WorkInput, WorkName, WorkOutcome } from './works.ts'

/** How long one may be worked at, from when its process is ready. */
const TIME_LIMIT = 5_000
/** How long a process may take until it is: the machine may be busy. */
const START_LIMIT = 20_000
/** Megabytes of what a document may make of itself. */
const MEMORY = 256

/**
 * Has a document read in a process of its own, so that one which takes all time or memory, or ends what reads it, takes nothing
 * else with it. The process is gone when this has its outcome.
 */
export function workApart<Name extends WorkName>(
  name: Name,
  input: WorkInput<Name>,
  timeLimit = TIME_LIMIT,
): Promise<WorkOutcome<Name> | { readonly refused: DocumentRefusal }> {
  return new Promise((resolve) => {
    const child = spawn(
      process.execPath,
      [
        `--max-old-space-size=${MEMORY}`,
        '--import',
        'tsx',
        join(process.cwd(), 'server', 'documents', 'reader.ts'),
      ],
      {
        cwd: process.cwd(),
        env: { NODE_ENV: 'production' },
        stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
        serialization: 'advanced',
      },
    )
    let timer: NodeJS.Timeout | undefined
    const end = (outcome: WorkOutcome<Name> | { readonly refused: DocumentRefusal }) => {
      clearTimeout(timer)
      child.removeAllListeners()
      child.on('error', () => {})
      child.once('exit', () => resolve(outcome))
      if (!child.kill('SIGKILL')) resolve(outcome)
    }
    const limit = (milliseconds: number) => {
      clearTimeout(timer)
      timer = setTimeout(() => end({ refused: 'took-too-long' }), milliseconds)
    }
    limit(START_LIMIT)
    child.once('message', () => {
      limit(timeLimit)
      child.once('message', (outcome) => end(outcome as WorkOutcome<Name>))
      child.send({ name, input }, () => {})
    })
    child.once('error', () => end({ refused: 'broken' }))
    child.once('exit', () => end({ refused: 'broken' }))
  })
}
