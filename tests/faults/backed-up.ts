// As a program: takes the backup, of an address into a file, in a process of its own, so that whoever measures is not kept busy.
import { restoreBackup } from '#server/backup/restore'
import { type Taken, writeBackup } from '#server/backup/write'
import { ensureDatabase } from '#server/postgres/database'
import { withClient } from '#server/postgres/with-client'
import { migrationsFolder } from '../support/own-postgres.ts'
import { isProgram, runApart, tellParent } from '../support/own-process.ts'
import type { Stage } from './fault.ts'
import { compare } from './judge.ts'
import type { Notes, Sent } from './person.ts'

/** A backup that was taken while people answered. */
export interface BackedUp {
  /** Answers that were acknowledged before it was begun. */
  readonly before: number
  /** Restores it into a new database of this name beside the one people write to, and compares the two. */
  restore(adminUrl: Stage['adminUrl'], database: string): Promise<Restored>
}

interface Restored {
  /** Rows that were compared by the hash of their table. */
  readonly rows: number
  /** Answers acknowledged before the backup was begun that are not in it. */
  readonly lost: number
  /** A sentence where the hashes are not the same. */
  readonly wrong: readonly string[]
}

/** Takes a backup of the database of DATABASE_URL, into a file. */
export async function backUp(file: string, notes: readonly Notes[]): Promise<BackedUp> {
  const before = notes.flatMap(({ acknowledged }) => acknowledged)
  const heard: Taken[] = []
  const code = await runApart<Taken>(import.meta.filename, [process.env.DATABASE_URL ?? '', file], (each) =>
    heard.push(each),
  )
  const [taken] = heard
  if (!taken) throw new Error(`the backup ended with ${code}`)
  return {
    before: before.length,
    async restore(adminUrl, database) {
      const elsewhere = await makeDatabase(adminUrl, database)
      const { sums } = await restoreBackup(elsewhere, taken.file, migrationsFolder)
      const isSame = JSON.stringify(sums) === JSON.stringify(taken.sums)
      return {
        rows: sums.reduce((sum, table) => sum + table.rows, 0),
        lost: compare(before, await readAnswers(elsewhere)).lost.length,
        wrong: isSame ? [] : [`the backup restored as ${database} has other rows`],
      }
    },
  }
}

/** An empty database owned by the role of DATABASE_URL; gives its address. */
async function makeDatabase(adminUrl: Stage['adminUrl'], database: string): Promise<string> {
  const url = new URL(process.env.DATABASE_URL ?? '')
  const { username: role, password } = url
  await ensureDatabase(adminUrl('postgres'), { database, role, password })
  url.pathname = `/${database}`
  return url.href
}

const readAnswers = (url: string): Promise<Sent[]> =>
  withClient({ connectionString: url }, async (client) => {
    const { rows } = await client.query<Sent>(
      'SELECT attempt_id AS attempt, position, sequence, key, answer FROM response',
    )
    return rows
  })

if (isProgram(import.meta.filename)) {
  const [url = '', file = ''] = process.argv.slice(2)
  await tellParent(await writeBackup(url, file))
  process.exit(0)
}
