import { randomUUID } from 'node:crypto'
import type { ItemView } from '#server/attempts/view'
import { guestCookie } from '#server/guest'
import { quantile } from '../../scripts/eval/figures.ts'
import { buildApp, nextProgram } from '../../scripts/launcher/build.ts'
import { answerTo } from '../support/answers.ts'
import { type Comparison, median } from './comparison.ts'
import { createSender, type Landed, type Shot } from './load.ts'
import { makeReaderStores, READERS, type ReaderStores, type Side } from './reader-stores.ts'
import { SECRET, serve } from './stage.ts'
import type { Figure, Word } from './table.ts'

const ROUNDS = 5
const VISITS = 60
/** Of the first visits nothing is told: code is compiled in them, and pages of the store read. */
const WARMING = 30

const P95 = 0.95
const SLOWER = 1.3
/** Milliseconds a visit may take at the 95th percentile. */
const LIMIT = 150

/** One reader at one of the two apps. */
interface Reader {
  readonly person: string
  ask(shot: Shot): Promise<Landed>
  /** Runs SQL past the guards of the store. */
  undo(sql: string): Promise<void>
}

/** What a reader does: `prepare` and what it leaves are not timed. */
interface Visit {
  readonly what: string
  readonly make: (reader: Reader) => Promise<{ readonly prepare: () => Promise<void>; readonly shot: Shot }>
  /** What its reply holds. */
  readonly holds: string
}

const nothing = async () => {}

/** By the word that chooses it. */
const MEASURED: Readonly<Record<Extract<Word, 'me' | 'review' | 'practice'>, Visit>> = {
  me: {
    what: 'one’s own scores',
    make: async () => ({ prepare: nothing, shot: { path: '/me' } }),
    holds: 'What to read up on',
  },
  review: {
    what: 'the review queue, with the answers of a quiz to be settled',
    make: async ({ person, undo }) => ({
      prepare: () => undo(unsettle(person)),
      shot: { path: '/review' },
    }),
    holds: 'due, ',
  },
  practice: { what: 'the next question of a practice', make: beginPractice, holds: '"item":{"position":5' },
}
type Measured = keyof typeof MEASURED
export const measured = Object.keys(MEASURED) as Measured[]

/** Has a reader's newest quiz moved no memory yet. */
const unsettle = (person: string): string => `
  WITH newest AS (
    SELECT r.attempt_id AS id, min(i.final_at) AS since FROM review r JOIN attempt_item i USING (attempt_id, position)
    WHERE r.person_id = '${person}' AND r.undone_at IS NULL GROUP BY r.attempt_id ORDER BY since DESC LIMIT 1
  ), gone AS (
    DELETE FROM review r USING newest WHERE r.attempt_id = newest.id RETURNING r.fact_id
  ), back AS (
    UPDATE memory m SET last_review = newest.since - interval '20 days', due = newest.since - interval '10 days'
    FROM newest WHERE m.person_id = '${person}' AND m.fact_id IN (SELECT fact_id FROM gone)
  )
  UPDATE learning SET settled_at = newest.since FROM newest WHERE person_id = '${person}'`

/** So many questions of the practice have been answered when the next is asked for. */
const ANSWERED = 4

async function beginPractice({ ask, undo }: Reader) {
  const begun = await ask({
    path: '/api/attempts',
    body: { practice: { minutes: null }, mode: 'practice', key: randomUUID(), anew: true },
  })
  const { attempt, view } = JSON.parse(begun.text())
  const address = `/api/attempts/${attempt}`
  const answer = (item: ItemView, sequence: number) =>
    ask({
      path: `${address}/responses`,
      body: {
        ...{ position: item.position, sequence, key: randomUUID(), check: true },
        answer: answerTo(item.shown as never, item.position),
      },
    })
  let last: ItemView = view.items[0]
  while (last.position < ANSWERED) {
    await answer(last, 1)
    const reply = await ask({ path: `${address}/next`, body: { after: last.position } })
    last = JSON.parse(reply.text()).item
  }
  const where = `attempt_id = '${attempt}' AND position >= ${ANSWERED}`
  return {
    async prepare() {
      await undo(`
        DELETE FROM review WHERE ${where};
        DELETE FROM rated_answer WHERE ${where};
        DELETE FROM response WHERE ${where};
        DELETE FROM attempt_item WHERE ${where} AND position > ${ANSWERED};
        UPDATE attempt_item SET final_at = NULL WHERE ${where}`)
      const { status } = await answer(last, 1)
      if (status !== 200) throw new Error(`saving gave ${status}`)
    },
    shot: { path: `${address}/next`, body: { after: ANSWERED } },
  }
}

/**
 * What pages of one's own take where ten thousand readers have left a million responses, against the same reader alone in
 * the store: two processes of the app, each over its own store, asked in turns. Times are at the 95th percentile of a
 * round, the ratio the middle one of all rounds.
 */
export async function* measureMe(
  chosen: readonly Measured[],
  say: (line: string) => void,
): AsyncGenerator<Figure, void> {
  await buildApp(say)
  const stores = await makeReaderStores(say)
  try {
    yield* compare(stores, chosen)
  } finally {
    await stores.close()
  }
}

const SIDES: readonly Side[] = ['among', 'alone']

async function* compare(stores: ReaderStores, chosen: readonly Measured[]): AsyncGenerator<Figure, void> {
  const sides = await Promise.all(
    SIDES.map(async (side) => {
      const { address, person } = stores[side]
      const { served, child } = await serve([nextProgram, 'start'], {
        DATABASE_URL: address,
        BELLWETHER_SECRET: SECRET,
      })
      const { name, value } = guestCookie(person)
      const sender = createSender(served.url, 1)
      const reader: Reader = {
        person,
        ask: (shot) => sender.send({ ...shot, cookie: `${name}=${value}` }),
        undo: (sql) => stores.undo(side, sql),
      }
      return { child, sender, reader }
    }),
  )
  try {
    const readers = sides.map(({ reader }) => reader)
    for (const word of chosen)
      for (const comparison of await measure(MEASURED[word], readers, stores.responses))
        yield { word, comparison }
  } finally {
    for (const { sender } of sides) sender.close()
    await Promise.all(sides.map(({ child }) => child.stop()))
  }
}

async function measure(
  { what, make, holds }: Visit,
  readers: readonly Reader[],
  responses: number,
): Promise<Comparison[]> {
  const made = await Promise.all(readers.map(async (reader) => ({ reader, ...(await make(reader)) })))
  const timesOf = async (visits: number): Promise<number[][]> => {
    const times: number[][] = made.map(() => [])
    for (let visit = 0; visit < visits; visit++)
      for (const [i, { reader, prepare, shot }] of made.entries()) {
        await prepare()
        const began = performance.now()
        const { status, text } = await reader.ask(shot)
        times[i]?.push(performance.now() - began)
        if (status !== 200 || !text().includes(holds))
          throw new Error(`${shot.path} gave ${status}: ${text()}`)
      }
    return times
  }
  await timesOf(WARMING)
  const rounds: { ours: number; theirs: number }[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const [ours = [], theirs = []] = await timesOf(VISITS)
    rounds.push({ ours: quantile(ours, P95), theirs: quantile(theirs, P95) })
  }
  const ours = median(rounds.map((round) => round.ours))
  const whole = `${what}, p95 among ${READERS.toLocaleString('en-GB')} readers with ${responses.toLocaleString('en-GB')} responses`
  return [
    {
      what: `${whole}, against the same reader alone`,
      ours: `${ours.toFixed(1)} ms`,
      theirs: `${median(rounds.map((round) => round.theirs)).toFixed(1)} ms`,
      ratio: median(rounds.map((round) => round.ours / round.theirs)),
      budget: { atMost: SLOWER },
    },
    {
      what: `${whole}, against the limit`,
      ours: `${ours.toFixed(1)} ms`,
      theirs: `${LIMIT} ms`,
      ratio: ours / LIMIT,
      budget: { atMost: 1 },
    },
  ]
}
