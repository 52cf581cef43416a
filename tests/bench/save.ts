import { randomUUID } from 'node:crypto'
import type { StartReply } from '#server/attempts/view'
import { type Comparison, median } from './comparison.ts'
import { createSender, measureRate } from './load.ts'
import type { Pair, Stage } from './stage.ts'

const LANES = 16
/**
 * Two processes that run the same code differ by several per cent for as long as they live, and by more than their own
 * slices do: so several of each are started.
 */
const PAIRS = 5
/** Many short turns, each pair in the other order than the one before: whatever else runs here hits both alike. */
const SLICES = 12
const SECONDS = 0.5

interface Slice {
  readonly ours: number
  readonly theirs: number
}

/** Saving an answer, against a bare route handler with one INSERT; in turns, over the same database. */
export async function measureSaving(stage: Stage): Promise<Comparison> {
  const pairs: Slice[] = []
  for (let started = 0; started < PAIRS; started++) {
    const pair = await stage.startPair()
    try {
      pairs.push(await measurePair(pair, stage.sets))
    } finally {
      await pair.close()
    }
  }
  const ratios = pairs.map(({ ours, theirs }) => ours / theirs)
  const spread = ratios.map((ratio) => ratio.toFixed(2)).sort()
  return {
    what: `saving an answer, against a bare route with one INSERT (${PAIRS} pairs of processes, ${spread[0]} to ${spread.at(-1)})`,
    ours: `${median(pairs.map(({ ours }) => ours)).toFixed(0)} a second`,
    theirs: `${median(pairs.map(({ theirs }) => theirs)).toFixed(0)}`,
    ratio: median(ratios),
    budget: { atLeast: 0.8 },
  }
}

/** What one pair does in a second, each in the middle of its slices. */
async function measurePair({ ours, bare }: Pair, sets: readonly string[]): Promise<Slice> {
  const app = createSender(ours.url, LANES)
  const plain = createSender(bare.url, LANES)
  const readers = await Promise.all(
    Array.from({ length: LANES }, async (_, lane) => {
      const body = { set: sets[lane % sets.length], mode: 'test', key: randomUUID() }
      const reply = await app.send({ path: '/api/attempts', body })
      const { attempt, view } = JSON.parse(reply.text()) as StartReply
      const cookie = reply.headers['set-cookie']?.[0]?.split(';')[0] ?? ''
      const item = view.items.find(({ shown }) => shown.kind === 'true-false')
      return { attempt, cookie, position: item?.position ?? 1, answer: item ? true : null, sequence: 0 }
    }),
  )
  const expect = (status: number) => {
    if (status !== 200) throw new Error(`saving gave ${status}`)
  }
  const save = async (lane: number) => {
    const reader = readers[lane]
    if (!reader) return
    const { attempt, cookie, position, answer } = reader
    reader.sequence++
    const { sequence } = reader
    const body = { position, sequence, key: randomUUID(), answer, confidence: 'certain', check: false }
    expect((await app.send({ path: `/api/attempts/${attempt}/responses`, body, cookie })).status)
  }
  const insert = async (lane: number) => {
    const reader = readers[lane]
    if (!reader) return
    const { attempt, cookie, position, answer } = reader
    const key = randomUUID()
    const body = { attempt, position, sequence: 1, key, answer, confidence: 'certain', check: false }
    expect((await plain.send({ path: '/api/save', body, cookie })).status)
  }
  await measureRate(LANES, 3, save)
  await measureRate(LANES, 3, insert)
  const slices: Slice[] = []
  for (let slice = 0; slice < SLICES; slice++) {
    const before = slice % 2 === 0 ? await measureRate(LANES, SECONDS, save) : 0
    const theirs = await measureRate(LANES, SECONDS, insert)
    slices.push({ ours: before || (await measureRate(LANES, SECONDS, save)), theirs })
  }
  app.close()
  plain.close()
  return {
    ours: median(slices.map((slice) => slice.ours)),
    theirs: median(slices.map((slice) => slice.theirs)),
  }
}
