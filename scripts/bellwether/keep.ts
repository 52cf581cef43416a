import path from 'node:path'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { parsed, sayCommands, UNREADABLE } from '../command-line.ts'

/** Commands about everything that is kept, rather than about a text. */
const KEEP = {
  backup: 'write the database into FILE, while everything goes on',
  restore: 'make the database what FILE holds; --replace where there is one already',
} as const
type Keep = keyof typeof KEEP

export const isKeep = (command: string | undefined): command is Keep =>
  command !== undefined && Object.hasOwn(KEEP, command)

/** The lines of the usage about them. */
export const KEEP_USAGE = sayCommands(KEEP)

/** Runs one of them; gives the exit code. What goes wrong is said in a sentence. */
export async function keep(command: Keep, args: readonly string[]): Promise<number> {
  const said = parsed(() => readArgs(args))
  if ('problem' in said) return refuse(said.problem)
  const [file, ...more] = said.positionals
  if (file === undefined || more.length > 0) return refuse('Which one file?')
  // Loaded here: whoever asks about a text waits for no database.
  const { backUp, restore, BackupError } = await import('./keeping.ts')
  try {
    if (command === 'backup') await backUp(path.resolve(file))
    else await restore(path.resolve(file), said.values.replace)
    return 0
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
    return error instanceof BackupError ? UNREADABLE : 1
  }
}

function refuse(problem: string): number {
  process.stderr.write(`${problem}\n`)
  return UNREADABLE
}

const readArgs = (args: readonly string[]) =>
  parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { replace: { type: 'boolean', default: false } },
  })
