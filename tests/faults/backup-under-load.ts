import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { backUp } from './backed-up.ts'
import { many } from './came.ts'
import { gather } from './crowd.ts'
import { fault } from './fault.ts'
import { startNode } from './node.ts'

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
      const backup = await backUp(path.join(folder, `${i}.gz`), crowd.notes)
      const restored = await backup.restore(adminUrl, `elsewhere_${i}`)
      wrong.push(...restored.wrong)
      lost += restored.lost
      rows += restored.rows
      say(`${i} of ${backups} restored, ${many(backup.before)} answers acknowledged before it`)
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
