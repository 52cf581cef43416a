import { setTimeout as sleep } from 'node:timers/promises'
import { startBouncer } from './bouncer.ts'
import { gather } from './crowd.ts'
import { fault } from './fault.ts'
import { startNode } from './node.ts'

/** Beyond the table: the app behind a pooler that hands connections around, which is killed now and then. */
export const pooled = fault({
  number: 15,
  what: 'the app behind PgBouncer, by transaction; PgBouncer killed with -9',
  full: { people: 200, kills: 10 },
  async run({ adminUrl, random, say }, { people, kills }) {
    const direct = process.env.DATABASE_URL ?? ''
    const bouncer = await startBouncer(new URL(direct), adminUrl('postgres'))
    const node = await startNode({
      environment: { DATABASE_URL: bouncer.url, DATABASE_DIRECT_URL: direct },
    })
    const crowd = await gather(node.url, random, { people })
    for (let i = 1; i <= kills; i++) {
      await sleep(2_000 + random.integer(3_000))
      await bouncer.killAndStart()
    }
    say(`killed ${kills} times`)
    await sleep(2_000)
    const { did, ...came } = await crowd.finish()
    await node.stop()
    await bouncer.stop()
    return { ...came, did: `${kills} kills, ${did}` }
  },
})
