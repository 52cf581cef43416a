import type { Random } from '#core'
import type { OwnPostgres } from '../support/own-postgres.ts'
import type { Came, Sizes } from './came.ts'
import { complaints, type Expected } from './log.ts'

/** What a fault is tried on. DATABASE_URL names its database. */
export interface Stage {
  /** The server of that database, where it is ours to kill; a run inside the tests shares one. */
  readonly postgres: OwnPostgres | null
  /** The address of a database of that server for its administrator. */
  readonly adminUrl: (database: string) => string
  /** The same sequence of chances for the same seed. */
  readonly random: Random
  /** What goes on, for whoever waits. */
  readonly say: (line: string) => void
}

/** Whose the database is that people write to. */
export const account = { database: 'bellwether', role: 'bellwether', password: 'only-for-the-faults' }

/** A line of the table: what befalls people, how often at full size, and how it is tried. */
export interface Fault<Size extends Sizes = Sizes> {
  readonly number: number
  readonly what: string
  readonly full: Size
  /** Failures in the log that the fault explains; any other makes the line fail. */
  readonly noted?: readonly Expected[]
  run(stage: Stage, size: Size): Promise<Came>
}

/** A fault as the table holds it. */
export const fault = <Size extends Sizes>(made: Fault<Size>): Fault<Size> => made

/** Tries a fault, and looks through what its processes have printed meanwhile. */
export async function tryFault<Size extends Sizes>(
  { run, noted = [] }: Fault<Size>,
  stage: Stage,
  size: Size,
): Promise<Came> {
  complaints([])
  const came = await run(stage, size)
  return { ...came, wrong: [...came.wrong, ...complaints(noted)] }
}
