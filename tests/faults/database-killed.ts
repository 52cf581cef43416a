import fs from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { pool } from '#server/db'
import { gather } from './crowd.ts'
import { fault } from './fault.ts'
import { startNode } from './node.ts'

/** PostgreSQL is killed while people answer, and started again as the launcher does. */
export const databaseKilled = fault({
  number: 2,
  what: 'people saving, PostgreSQL killed with -9',
  full: { people: 200, kills: 20 },
  async run({ postgres, random, say }, { people, kills }) {
    if (!postgres) throw new Error('this takes a PostgreSQL of its own')
    const node = await startNode()
    const crowd = await gather(node.url, random, { people })
    for (let i = 1; i <= kills; i++) {
      await sleep(2_000 + random.integer(5_000))
      await postgres.killAndStart()
      say(`killed ${i} times`)
    }
    await sleep(2_000)
    const { did, wrong, ...came } = await crowd.finish()
    await node.stop()
    return {
      ...came,
      did: `${kills} kills, ${did}`,
      wrong: [...wrong, ...(await complaints(postgres.logFile))],
    }
  },
})

/** What the database says against itself: damage in its log, or a table or index that cannot be read through. */
async function complaints(logFile: string): Promise<string[]> {
  const damage = fs
    .readFileSync(logFile, 'utf8')
    .split('\n')
    .filter((line) => /PANIC|invalid page|corrupt|could not read block|checksum/i.test(line))
  const { rows } = await pool().query<{ name: string }>(
    "SELECT oid::regclass::text AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'",
  )
  // Every page of every table is read, and every index is made anew, which finds a key that stands twice.
  for (const { name } of rows) {
    await pool().query(`SELECT count(*) FROM ${name}`)
    await pool().query(`REINDEX TABLE ${name}`)
  }
  return damage
}
