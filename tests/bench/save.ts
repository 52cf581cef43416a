import { randomUUID } from 'node:crypto'
import type { StartReply } from '#server/attempts/view'
import { type Comparison, median } from './comparison.ts'
import { createSender, measureRate } from './load.ts'
import type { Stage } from './stage.ts'

const LANES = 16
/** Many short turns, each pair in the other order than the one before: whatever else runs here hits both alike. */
const SLICES = 24
const SECONDS = 0.8

/** Saving an answer, against a bare route handler with one INSERT; in turns, over the same database. */
export async function measureSaving({ ours, bare, sets }: Stage): Promise<Comparison> {
  const app = createSender(ours.url, LANES)
  const plain = createSender(bare.url, LANES)
  const readers = await Promise.all(
    Array.from({ length: LANES }, async (_, lane) => {
      const body = { set: sets[lane % sets.length], mode: 'test', key: randomUUID() }
      const reply = await app.send({ path: '/api/attempts', body })
      const { attempt, view } = JSON.parse(reply.text()) as StartReply
      const cookie = reply.headers['set-cookie']?.[0]?.split(';')[0] ?? ''
      const position = view.items.find(({ shown }) => shown.kind === 'true-false')?.position ?? 1
      return { attempt, cookie, position, sequence: 0 }
    }),
  )
  const expect = (status: number) => {
    if (status !== 200) throw new Error(`saving gave ${status}`)
  }
  const save = async (lane: number) => {
    const reader = readers[lane]
    if (!reader) return
    const { attempt, cookie, position } = reader
    reader.sequence++
    const { sequence } = reader
    const body = { position, sequence, key: randomUUID(), answer: null, confidence: 'certain', check: false }
    expect((await app.send({ path: `/api/attempts/${attempt}/responses`, body, cookie })).status)
  }
  const insert = async (lane: number) => {
    const reader = readers[lane]
    if (!reader) return
    const { attempt, cookie, position } = reader
    const body = {
      attempt,
      position,
      sequence: 1,
      key: randomUUID(),
      answer: null,
      confidence: 'certain',
      check: false,
    }
    expect((await plain.send({ path: '/api/save', body, cookie })).status)
  }
  await measureRate(LANES, 3, save)
  await measureRate(LANES, 3, insert)
  const slices: { ours: number; theirs: number }[] = []
  for (let slice = 0; slice < SLICES; slice++) {
    const before = slice % 2 === 0 ? await measureRate(LANES, SECONDS, save) : 0
    const theirs = await measureRate(LANES, SECONDS, insert)
    slices.push({ ours: before || (await measureRate(LANES, SECONDS, save)), theirs })
  }
  app.close()
  plain.close()
  return {
    what: 'saving an answer, against a bare route with one INSERT',
    ours: `${median(slices.map((slice) => slice.ours)).toFixed(0)} a second`,
    theirs: `${median(slices.map((slice) => slice.theirs)).toFixed(0)}`,
    ratio: median(slices.map((slice) => slice.ours / slice.theirs)),
    budget: { atLeast: 0.8 },
  }
}
