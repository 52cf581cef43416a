import { setTimeout as sleep } from 'node:timers/promises'
import type { HereView } from '#server/attempts/pack-view'
import type { Asking } from './asking.ts'
import { gather } from './crowd.ts'
import { fault } from './fault.ts'
import { type Member, makeMembers } from './members.ts'
import { BEHIND_PROXY, startNginx } from './nginx.ts'
import { startNode } from './node.ts'

/** Of two processes behind nginx now one is killed, now the other, and then both are restarted in turn. */
export const twoNodes = fault({
  number: 3,
  what: 'two app processes behind nginx, one killed; a rolling restart',
  full: { people: 200, kills: 20, restarts: 5 },
  async run({ random, say }, { people, kills, restarts }) {
    const nodes = await Promise.all([0, 1].map(() => startNode({ environment: BEHIND_PROXY })))
    const nginx = await startNginx(nodes)
    const members = await makeMembers(Math.ceil(people / 2))
    const crowd = await gather(nginx.url, random, { people, cookies: members.map(({ cookie }) => cookie) })
    const signedOut = new Set<string>()
    const look = async () => {
      for (const id of await whoIsOut(crowd.asking, members)) signedOut.add(id)
    }
    for (let i = 0; i < kills; i++) {
      await sleep(500 + random.integer(2_000))
      const node = nodes[random.integer(2)]
      await node?.kill()
      await Promise.all([look(), node?.startAgain()])
    }
    say(`killed ${kills} times`)
    for (let i = 0; i < restarts; i++)
      for (const node of nodes) {
        await Promise.all([node.stop(), look()])
        await node.startAgain()
      }
    say(`restarted both ${restarts} times`)
    const { did, wrong, ...came } = await crowd.finish()
    await nginx.stop()
    await Promise.all(nodes.map((node) => node.stop()))
    return {
      ...came,
      did: `${kills} kills, ${restarts} rolling restarts, ${did}`,
      wrong: [...wrong, ...(signedOut.size > 0 ? [`${signedOut.size} were signed out`] : [])],
    }
  },
})

/** Who of these is somebody else, or nobody, to the app. */
async function whoIsOut(asking: Asking, members: readonly Member[]): Promise<readonly string[]> {
  const out = await Promise.all(
    members.slice(0, 20).map(async ({ id, cookie }) => {
      const here = await asking.insist<HereView>('/api/me/here', undefined, cookie)
      return here.sort === 'done' && here.reply.owner === id ? [] : [id]
    }),
  )
  return out.flat()
}
