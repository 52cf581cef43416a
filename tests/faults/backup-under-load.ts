import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { restoreBackup } from '#server/backup/restore'
import { writeBackup } from '#server/backup/write'
import { ensureDatabase } from '#server/postgres/database'
import { withClient } from '#server/postgres/with-client'
import { migrationsFolder } from '../support/own-postgres.ts'
import { many } from './came.ts'
import { gather } from './crowd.ts'
import { fault, type Stage } from './fault.ts'
import { compare } from './judge.ts'
import { startNode } from './node.ts'
import type { Sent } from './person.ts'

/** Backups are taken while people answer, and each is restored into a database of its own. */
export const backupUnderLoad = fault({
  number: 13,
  what: 'a backup taken under load, then restored elsewhere',
  full: { people: 200, backups: 5 },
  async run({ adminUrl, random, say }, { people, backups }) {
    const node = await startNode()
    const crowd = await gather(node.url, random, { people })
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'bellwether-backups-'))
    const wrong: string[] = []
    let [lost, rows] = [0, 0]
    for (let i = 1; i <= backups; i++) {
      await sleep(3_000 + random.integer(3_000))
      const before = crowd.notes.flatMap(({ acknowledged }) => acknowledged)
      const taken = await writeBackup(process.env.DATABASE_URL ?? '', path.join(folder, `${i}.gz`))
      const elsewhere = await makeDatabase(adminUrl, `elsewhere_${i}`)
      const restored = await restoreBackup(elsewhere, taken.file, migrationsFolder)
      if (JSON.stringify(restored.sums) !== JSON.stringify(taken.sums))
        wrong.push(`backup ${i} was restored to other rows`)
      lost += compare(before, await readAnswers(elsewhere)).lost.length
      rows += taken.sums.reduce((sum, table) => sum + table.rows, 0)
      say(`${i} of ${backups} restored, ${many(before.length)} answers acknowledged before it`)
    }
    const { did, ...came } = await crowd.finish()
    await node.stop()
    fs.rmSync(folder, { recursive: true })
    return {
      ...came,
      lost: came.lost + lost,
      wrong: [...came.wrong, ...wrong],
      did: `${backups} backups, ${many(rows)} rows compared by hash; ${did}`,
    }
  },
})

/** An empty database beside the one people write to, owned by the same role; gives its address. */
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
