import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Random } from '#core'
import type { AttemptView, SaveReply, StartReply } from '#server/attempts/view'
import { pool } from '#server/db'
import { storeQuiz } from '../support/quiz.ts'
import { type Asking, createAsking } from './asking.ts'
import { many } from './came.ts'
import { fault } from './fault.ts'
import { startNode } from './node.ts'

/** The question of the quiz that is answered with true or false. */
const STATEMENT = 2
/** Interleavings that are under way at a time. */
const LANES = 10

/** Two tabs, each over a process of its own, send answers to one question in any order. */
export const twoTabs = fault({
  number: 5,
  what: 'two tabs, random interleavings',
  full: { interleavings: 1_000 },
  async run({ random }, { interleavings }) {
    const nodes = await Promise.all([startNode(), startNode()])
    const tabs = nodes.map(({ url }) => createAsking(url, LANES))
    const { set } = await storeQuiz()
    const wrong: string[] = []
    let [next, sent] = [0, 0]
    const lane = async () => {
      while (next++ < interleavings) {
        const came = await interleave(tabs, set, random)
        sent += came.sent
        wrong.push(...came.wrong)
      }
    }
    await Promise.all(Array.from({ length: LANES }, lane))
    const errors = tabs.flatMap((tab) => tab.errors)
    for (const tab of tabs) tab.close()
    await Promise.all(nodes.map((node) => node.stop()))
    const doubled = wrong.filter((each) => each === TWICE).length
    const lost = wrong.filter((each) => each === LOST).length
    return {
      did: `${many(interleavings)} interleavings, ${many(sent)} answers, two processes`,
      ...{ lost, doubled, errors },
      wrong: wrong.filter((each) => each !== TWICE && each !== LOST),
    }
  },
})

const TWICE = 'stored beyond what was acknowledged'
const LOST = 'acknowledged and not stored'

/** What each tab sends, each from its own count; the pauses decide what comes first. */
async function interleave(tabs: readonly Asking[], set: string, random: Random) {
  const [first] = tabs
  const begun = await first?.insist<StartReply>('/api/attempts', { set, mode: 'test', key: randomUUID() })
  if (begun?.sort !== 'done') return { sent: 0, wrong: ['a quiz did not begin'] }
  const { attempt } = begun.reply
  const cookie = begun.cookie ?? ''
  const path = `/api/attempts/${attempt}`
  const sends = tabs.flatMap((tab) => {
    let sequence = 0
    return Array.from({ length: 1 + random.integer(4) }, () => {
      sequence += 1 + random.integer(2)
      const body = {
        position: STATEMENT,
        sequence,
        key: randomUUID(),
        answer: random.integer(2) === 0,
        check: false,
      }
      return { tab, body, after: random.integer(30), isAgain: random.integer(4) === 0 }
    })
  })
  const wrong: string[] = []
  const acknowledged = new Set<string>()
  await Promise.all(
    sends.map(async ({ tab, body, after, isAgain }) => {
      await sleep(after)
      for (let times = isAgain ? 2 : 1; times > 0; times--) {
        const reply = await tab.insist<SaveReply>(`${path}/responses`, body, cookie)
        if (reply.sort === 'done') acknowledged.add(body.key)
        else if (reply.error !== 'other-tab') wrong.push(`the other tab was told: ${reply.error}`)
      }
    }),
  )
  const { rows } = await pool().query<{ key: string; sequence: number; answer: boolean }>(
    'SELECT key, sequence, answer FROM response WHERE attempt_id = $1 ORDER BY sequence',
    [attempt],
  )
  const stored = new Set(rows.map(({ key }) => key))
  if ([...acknowledged].some((key) => !stored.has(key))) wrong.push(LOST)
  if (rows.length !== stored.size || rows.some(({ key }) => !acknowledged.has(key))) wrong.push(TWICE)
  const highest = Math.max(...sends.map(({ body }) => body.sequence))
  const last = rows.at(-1)
  if (last?.sequence !== highest) wrong.push('the highest number does not count')
  const view = await first?.insist<AttemptView>(path, undefined, cookie)
  const told = view?.sort === 'done' ? view.reply.items[STATEMENT - 1] : undefined
  if (told?.sequence !== highest || told.answer !== last?.answer) wrong.push('the page shows another answer')
  return { sent: sends.length, wrong }
}
