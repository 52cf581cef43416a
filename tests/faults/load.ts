import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { EndView, SaveBody, SaveReply, StartReply } from '#server/attempts/view'
import { answerTo } from '../support/answers.ts'
import { storeQuiz } from '../support/quiz.ts'
import { type Asking, createAsking } from './asking.ts'
import { backUp } from './backed-up.ts'
import { many, sayTimes } from './came.ts'
import { fault, type Stage } from './fault.ts'
import { judge } from './judge.ts'
import { BEHIND_PROXY, startNginx } from './nginx.ts'
import { startNode } from './node.ts'
import { blankNotes, type Notes } from './person.ts'

/** Connections to the app at most: people do not all have one at the same moment. */
const CONNECTIONS = 512
/** For so long, in milliseconds, in so many lanes, it is measured how many the machine can do. */
const PROBE = 8_000
const LANES = 24
/** How much of that is asked of it: people come by chance, and not when there is room. */
const SHARE = 0.7
/** How long somebody thinks, in milliseconds. */
const THINKING = 2_000
/** What nobody may wait longer than, of a hundred but one; in milliseconds. */
export const BUDGET = 500

/**
 * People come at an even rate, whatever the app says: each starts a quiz, answers a question and hands it in. With `backup`, one
 * is taken when half of them have come, and restored elsewhere when all have gone.
 */
export const load = fault({
  number: 10,
  what: 'starts, answers and handings-in, in as many seconds as the machine needs',
  full: { people: 30_000, nginx: 1, backup: 0 },
  async run({ adminUrl, random, say }, { people, nginx, backup }) {
    const nodes = await Promise.all(
      Array.from({ length: nginx ? 2 : 1 }, () => startNode(nginx ? { environment: BEHIND_PROXY } : {})),
    )
    const proxy = nginx ? await startNginx(nodes) : null
    const asking = createAsking(proxy?.url ?? nodes[0]?.url ?? '', CONNECTIONS)
    const sets = await Promise.all(Array.from({ length: 8 }, async () => (await storeQuiz()).set))
    const setOf = (i: number) => sets[i % sets.length] ?? ''

    const notes: Notes[] = []
    const probeOf = async (lane: number, end: number) => {
      let done = 0
      for (; performance.now() < end; done++) {
        const own = blankNotes()
        notes.push(own)
        await takeOne(asking, setOf(lane), 0, own, [])
      }
      return done
    }
    const lanes = Array.from({ length: LANES }, (_, lane) => lane)
    // The first second warms up.
    await Promise.all(lanes.map((lane) => probeOf(lane, performance.now() + 2_000)))
    const probed = await Promise.all(lanes.map((lane) => probeOf(lane, performance.now() + PROBE)))
    const rate = (SHARE * probed.reduce((sum, done) => sum + done, 0) * 1_000) / PROBE
    say(`${rate.toFixed(0)} people a second`)

    const times: Times = { start: [], answer: [], end: [] }
    const began = performance.now()
    const coming = Array.from({ length: people }, async (_, i) => {
      const own = blankNotes()
      notes.push(own)
      const think = random.integer(THINKING)
      await sleep((i * 1_000) / rate - (performance.now() - began))
      await takeOne(asking, setOf(i), think, own, times)
    })
    const taken = backup ? await backUpIn((people * 500) / rate, notes) : null
    await Promise.all(coming)
    const seconds = Math.round((performance.now() - began) / 1_000)
    const all = [...times.start, ...times.answer, ...times.end]
    const slow = all.filter((time) => time > BUDGET).length
    const verdict = await judge(sets, notes)
    asking.close()
    await proxy?.stop()
    await Promise.all(nodes.map((node) => node.stop()))
    const restored = await taken?.restore(adminUrl)
    const parts = Object.entries(times).map(([part, own]) => `${part} ${sayTimes(own)}`)
    return {
      ...verdict,
      lost: verdict.lost + (restored?.lost ?? 0),
      did: `${many(people)} people in ${many(seconds)} s${nginx ? ', two processes behind nginx' : ''} (${parts.join('; ')})${restored?.did ?? ''}`,
      errors: [...asking.errors, ...notes.flatMap(({ errors }) => errors)],
      wrong: [
        ...verdict.wrong,
        ...(restored?.wrong ?? []),
        ...(slow > all.length / 100
          ? [`${many(slow)} of ${many(all.length)} took longer than ${BUDGET} ms`]
          : []),
        ...(asking.retries() > 0 ? [`${asking.retries()} were told to come back`] : []),
      ],
      times: all,
    }
  },
})

/** Takes a backup so many milliseconds from now, to be restored elsewhere when nobody is kept waiting by that. */
async function backUpIn(milliseconds: number, notes: readonly Notes[]) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'bellwether-backups-'))
  await sleep(milliseconds)
  const began = performance.now()
  const backup = await backUp(path.join(folder, 'midst.gz'), notes)
  const seconds = ((performance.now() - began) / 1_000).toFixed(1)
  return {
    async restore(adminUrl: Stage['adminUrl']) {
      const restored = await backup.restore(adminUrl, 'elsewhere')
      fs.rmSync(folder, { recursive: true })
      const did = `; a backup taken in their midst, in ${seconds} s, ${many(restored.rows)} rows compared by hash when it was restored elsewhere`
      return { ...restored, did }
    },
  }
}

type Part = 'start' | 'answer' | 'end'
type Times = { readonly [P in Part]: number[] }

/** Somebody starts, answers and hands in; how long each took is noted where there is somewhere to. */
async function takeOne(
  asking: Asking,
  set: string,
  think: number,
  notes: Notes,
  times: Times | readonly never[],
): Promise<void> {
  const timed = async <Result>(part: Part, work: () => Promise<Result>): Promise<Result> => {
    const began = performance.now()
    const result = await work()
    if ('start' in times) times[part].push(performance.now() - began)
    return result
  }
  const begun = await timed('start', () =>
    asking.insist<StartReply>('/api/attempts', { set, mode: 'test', key: randomUUID() }),
  )
  if (begun.sort !== 'done') return void notes.errors.push(`a start: ${begun.error}`)
  const { attempt, view } = begun.reply
  const cookie = begun.cookie ?? ''
  notes.begun.push(attempt)
  const item = view.items[think % view.items.length]
  if (!item) return
  if (think > 0) await sleep(think)
  const { position } = item
  const body: SaveBody = {
    position,
    sequence: 1,
    key: randomUUID(),
    answer: answerTo(item.shown, think),
    check: false,
  }
  const sent = { attempt, position, sequence: 1, key: body.key, answer: body.answer }
  notes.put.push(sent)
  const saved = await timed('answer', () =>
    asking.insist<SaveReply>(`/api/attempts/${attempt}/responses`, body, cookie),
  )
  if (saved.sort === 'done') notes.acknowledged.push(sent)
  else notes.errors.push(`an answer: ${saved.error}`)
  if (think > 0) await sleep(think)
  const over = await timed('end', () => asking.insist<EndView>(`/api/attempts/${attempt}/submit`, {}, cookie))
  if (over.sort === 'done') notes.handedIn.push(attempt)
  else notes.errors.push(`a handing-in: ${over.error}`)
}
