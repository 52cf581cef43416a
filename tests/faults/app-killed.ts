import { setTimeout as sleep } from 'node:timers/promises'
import { gather } from './crowd.ts'
import { fault } from './fault.ts'
import { startNode } from './node.ts'

/** The app is killed at seeded moments while people answer, and started again as the launcher does. */
export const appKilled = fault({
  number: 1,
  what: 'people saving, the app killed with -9',
  full: { people: 200, kills: 200 },
  async run({ random, say }, { people, kills }) {
    const node = await startNode()
    const crowd = await gather(node.url, random, { people })
    for (let i = 1; i <= kills; i++) {
      await sleep(200 + random.integer(1_800))
      await node.kill()
      await node.startAgain()
      if (i % 20 === 0) say(`killed ${i} times`)
    }
    const { did, ...came } = await crowd.finish()
    await node.stop()
    return { ...came, did: `${kills} kills, ${did}` }
  },
})
