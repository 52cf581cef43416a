import { guestCookie } from '#server/guest'
import { quantile } from '../../scripts/eval/figures.ts'
import { buildApp, nextProgram } from '../../scripts/launcher/build.ts'
import { type Comparison, median } from './comparison.ts'
import { createSender } from './load.ts'
import { makeReaderStores, READERS, type ReaderStores } from './reader-stores.ts'
import { SECRET, serve } from './stage.ts'

const ROUNDS = 5
const VISITS = 60
/** Of the first visits nothing is told: code is compiled in them, and pages of the store read. */
const WARMING = 30

const P95 = 0.95
const SLOWER = 1.3
/** Milliseconds the page may take at the 95th percentile. */
const LIMIT = 150

/**
 * What the page of one's own scores takes where ten thousand readers have left a million responses, against the same
 * reader alone in the store: two processes of the app, each over its own store, asked in turns. Times are at the 95th
 * percentile of a round, the ratio the middle one of all rounds.
 */
export async function measureMe(say: (line: string) => void): Promise<Comparison[]> {
  await buildApp(say)
  const stores = await makeReaderStores(say)
  try {
    return await compare(stores)
  } finally {
    await stores.close()
  }
}

async function compare({ alone, among, responses }: ReaderStores): Promise<Comparison[]> {
  const sides = await Promise.all(
    [among, alone].map(async ({ address, person }) => {
      const { served, child } = await serve([nextProgram, 'start'], {
        DATABASE_URL: address,
        BELLWETHER_SECRET: SECRET,
      })
      const { name, value } = guestCookie(person)
      return { child, sender: createSender(served.url, 1), cookie: `${name}=${value}` }
    }),
  )
  const timesOf = async (visits: number): Promise<number[][]> => {
    const times: number[][] = sides.map(() => [])
    for (let visit = 0; visit < visits; visit++)
      for (const [i, { sender, cookie }] of sides.entries()) {
        const began = performance.now()
        const { status, text } = await sender.send({ path: '/me', cookie })
        times[i]?.push(performance.now() - began)
        if (status !== 200 || !text().includes('What to read up on')) throw new Error(`/me gave ${status}`)
      }
    return times
  }
  try {
    await timesOf(WARMING)
    const rounds: { ours: number; theirs: number }[] = []
    for (let round = 0; round < ROUNDS; round++) {
      const [ours = [], theirs = []] = await timesOf(VISITS)
      rounds.push({ ours: quantile(ours, P95), theirs: quantile(theirs, P95) })
    }
    const ours = median(rounds.map((round) => round.ours))
    const what = `one’s own scores, p95 among ${READERS.toLocaleString('en-GB')} readers with ${responses.toLocaleString('en-GB')} responses`
    return [
      {
        what: `${what}, against the same reader alone`,
        ours: `${ours.toFixed(1)} ms`,
        theirs: `${median(rounds.map((round) => round.theirs)).toFixed(1)} ms`,
        ratio: median(rounds.map((round) => round.ours / round.theirs)),
        budget: { atMost: SLOWER },
      },
      {
        what: `${what}, against the limit`,
        ours: `${ours.toFixed(1)} ms`,
        theirs: `${LIMIT} ms`,
        ratio: ours / LIMIT,
        budget: { atMost: 1 },
      },
    ]
  } finally {
    for (const { sender } of sides) sender.close()
    await Promise.all(sides.map(({ child }) => child.stop()))
  }
}
