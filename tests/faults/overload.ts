import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import type { SaveBody, StartReply } from '#server/attempts/view'
import { pool } from '#server/db'
import { withClient } from '#server/postgres/with-client'
import { createSender, type Landed } from '../bench/load.ts'
import { answerTo } from '../support/answers.ts'
import { type OwnPostgres, startOwnPostgres } from '../support/own-postgres.ts'
import { storeQuiz } from '../support/quiz.ts'
import { type Asking, createAsking } from './asking.ts'
import { many } from './came.ts'
import { fault, type Stage } from './fault.ts'
import { type Node, startNode } from './node.ts'
import { mountSmallDisk } from './small-disk.ts'

/** The disk is full, the connections are all taken, or a row is held by somebody who does not let go. */
export const overload = fault({
  number: 12,
  what: 'disk full, pool exhausted, slow query',
  full: { people: 20, disk: 320 },
  async run(stage, { people, disk }) {
    const parts = [await takeConnections(stage, people), await holdRows(people)]
    if (disk > 0) parts.push(await fillDisk(people, disk))
    return {
      did: parts.map(({ did }) => did).join('; '),
      lost: parts.reduce((sum, { lost }) => sum + lost, 0),
      doubled: 0,
      errors: [],
      wrong: parts.flatMap(({ wrong }) => wrong),
    }
  },
})

interface Part {
  readonly did: string
  readonly lost: number
  readonly wrong: readonly string[]
}

/** Somebody with a quiz that is under way. */
interface Reader {
  readonly path: string
  readonly cookie: string
  readonly body: () => SaveBody
}

async function seat(asking: Asking, set: string, count: number): Promise<readonly Reader[]> {
  return Promise.all(
    Array.from({ length: count }, async () => {
      const begun = await asking.insist<StartReply>('/api/attempts', { set, mode: 'test', key: randomUUID() })
      if (begun.sort !== 'done') throw new Error(`a start: ${begun.error}`)
      const { attempt, view } = begun.reply
      const item = view.items[1]
      if (!item) throw new Error('a quiz without questions')
      let sequence = 0
      return {
        path: `/api/attempts/${attempt}/responses`,
        cookie: begun.cookie ?? '',
        body: () => {
          sequence++
          const answer = answerTo(item.shown, sequence)
          return { position: item.position, sequence, key: randomUUID(), answer, check: false }
        },
      }
    }),
  )
}

interface Tried {
  readonly sent: readonly SaveBody[]
  readonly landed: readonly (Landed | null)[]
}

/** Everybody saves an answer at once, and does not try again. */
async function saveAll(node: Node, readers: readonly Reader[]): Promise<Tried> {
  const sender = createSender(node.url, readers.length, 60_000)
  const sent = readers.map(({ body }) => body())
  const landed = await Promise.all(
    readers.map(({ path, cookie }, i) => sender.send({ path, body: sent[i], cookie }).catch(() => null)),
  )
  sender.close()
  return { sent, landed }
}

/** What is wrong with replies of which each has to be 'come back later', and how many of them are so. */
function lookAt(
  { landed }: Tried,
  at: string,
): { readonly later: number; readonly wrong: readonly string[] } {
  const wrong = landed.flatMap((each) => {
    if (!each) return [`${at}: no reply`]
    if (each.status !== 503) return [`${at}: ${each.status}`]
    return Number(each.headers['retry-after']) > 0 ? [] : [`${at}: no Retry-After`]
  })
  return { later: landed.length - wrong.length, wrong }
}

const storedKeys = async (client: Pick<pg.Pool, 'query'>, sent: readonly SaveBody[]): Promise<number> => {
  const keys = sent.map(({ key }) => key)
  const { rows } = await client.query('SELECT FROM response WHERE key = ANY($1)', [keys])
  return rows.length
}

/** All that was sent goes out once more, as the outbox does it, and has to be taken, once. */
async function sendAgain(
  client: Pick<pg.Pool, 'query'>,
  asking: Asking,
  readers: readonly Reader[],
  { sent }: Tried,
): Promise<number> {
  const replies = await Promise.all(
    readers.map(({ path, cookie }, i) => asking.insist(path, sent[i], cookie)),
  )
  return (
    sent.length -
    Math.min(await storedKeys(client, sent), replies.filter(({ sort }) => sort === 'done').length)
  )
}

/** The database takes no connection more, and ends those there are. */
async function takeConnections({ adminUrl }: Stage, people: number): Promise<Part> {
  const node = await startNode()
  const asking = createAsking(node.url, people)
  const readers = await seat(asking, (await storeQuiz()).set, people)
  const name = new URL(process.env.DATABASE_URL ?? '').pathname.slice(1)
  const tried = await withClient({ connectionString: adminUrl('postgres') }, async (client) => {
    await client.query(`ALTER DATABASE ${name} CONNECTION LIMIT 0`)
    await client.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [name])
    const none = await saveAll(node, readers)
    await client.query(`ALTER DATABASE ${name} CONNECTION LIMIT -1`)
    return none
  })
  const { later, wrong } = lookAt(tried, 'no connections')
  const stored = await storedKeys(pool(), tried.sent)
  const lost = await sendAgain(pool(), asking, readers, tried)
  asking.close()
  await node.stop()
  return {
    did: `no connections: ${many(later)} × 503`,
    lost,
    wrong: [...wrong, ...(stored > 0 ? [`no connections: ${stored} stored`] : [])],
  }
}

/** A row that each save needs is held for longer than a save may take, so that the app's connections run out as well. */
async function holdRows(people: number): Promise<Part> {
  const node = await startNode()
  const asking = createAsking(node.url, people)
  const readers = await seat(asking, (await storeQuiz()).set, people)
  const holder = await pool().connect()
  await holder.query('BEGIN')
  await holder.query('LOCK TABLE attempt_item IN ACCESS EXCLUSIVE MODE')
  const began = performance.now()
  const tried = await saveAll(node, readers)
  const longest = (performance.now() - began) / 1_000
  await holder.query('ROLLBACK')
  holder.release()
  const { later, wrong } = lookAt(tried, 'held rows')
  // What was given up may not come in after all.
  await sleep(1_000)
  const stored = await storedKeys(pool(), tried.sent)
  const lost = await sendAgain(pool(), asking, readers, tried)
  asking.close()
  await node.stop()
  return {
    did: `held rows: ${many(later)} × 503 within ${longest.toFixed(0)} s`,
    lost,
    wrong: [
      ...wrong,
      ...(stored > 0 ? [`held rows: ${stored} stored`] : []),
      ...(longest > 20 ? [`held rows: told only after ${longest.toFixed(0)} s`] : []),
    ],
  }
}

const account = { database: 'bellwether', role: 'bellwether', password: 'only-for-a-full-disk' }
/** For so long, in milliseconds, people go on while there is no room. */
const FULL = 15_000

/** The disk under the database runs full while people answer; once there is room again everything acknowledged is there. */
async function fillDisk(people: number, megabytes: number): Promise<Part> {
  const disk = mountSmallDisk(megabytes)
  try {
    const postgres = await startOwnPostgres('faults-full', account, disk.folder)
    const elsewhere = new pg.Pool({ connectionString: postgres.url })
    elsewhere.on('error', () => {})
    try {
      return await whileFull(postgres, elsewhere, disk, people)
    } finally {
      await elsewhere.end()
      await postgres.stop()
    }
  } finally {
    disk.remove()
  }
}

async function whileFull(
  postgres: OwnPostgres,
  elsewhere: pg.Pool,
  disk: ReturnType<typeof mountSmallDisk>,
  people: number,
): Promise<Part> {
  const { set } = await storeQuiz(undefined, null, elsewhere)
  const node = await startNode({ environment: { DATABASE_URL: postgres.url } })
  const asking = createAsking(node.url, people)
  const readers = await seat(asking, set, people)
  disk.fill()
  const kept: Tried[] = []
  const wrong: string[] = []
  let later = 0
  for (const end = performance.now() + FULL; performance.now() < end; await sleep(20)) {
    const tried = await saveAll(node, readers)
    // What room there is in the pages is used up first.
    const isTaken = tried.landed.map((each) => each?.status === 200)
    kept.push({
      sent: tried.sent.filter((_, i) => isTaken[i]),
      landed: [],
    })
    const refused = { sent: [], landed: tried.landed.filter((_, i) => !isTaken[i]) }
    const seen = lookAt(refused, 'disk full')
    later += seen.later
    wrong.push(...seen.wrong)
    disk.fill()
  }
  if (later === 0) wrong.push('disk full: it never was')
  disk.free()
  await postgres.killAndStart()
  const last = await saveAll(node, readers)
  const lost = await sendAgain(elsewhere, asking, readers, last)
  const acknowledged = kept.flatMap(({ sent }) => sent)
  const missing = acknowledged.length - (await storedKeys(elsewhere, acknowledged))
  asking.close()
  await node.stop()
  return {
    did: `disk full: ${many(acknowledged.length)} acknowledged, ${many(later)} × 503`,
    lost: lost + missing,
    wrong,
  }
}
