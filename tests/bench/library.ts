import { quantile } from '../../scripts/eval/figures.ts'
import { buildApp, nextProgram } from '../../scripts/launcher/build.ts'
import { type Comparison, median } from './comparison.ts'
import { ASKED, FEW, MANY, makeStores, RARE_WORD, type Stores } from './library-stores.ts'
import { createSender } from './load.ts'
import { SECRET, serve } from './stage.ts'

const ROUNDS = 5
const VISITS = 60
/** Of the first visits nothing is told: code is compiled in them, and pages of the store read. */
const WARMING = 30

/** So many days back a quiz can still be drawn (server/quizzes/today.ts). */
const DAYS = 30

const P95 = 0.95
const SLOWER = 1.3
/** Milliseconds a search may take at the 95th percentile. */
const SEARCH_LIMIT = 150

/** What a reader asks for; `isSearch` where it is held to the limit of a search as well. */
const PAGES: readonly { readonly what: string; readonly address: string; readonly isSearch?: boolean }[] = [
  { what: 'start page', address: '/' },
  { what: 'library', address: '/library' },
  { what: 'library by sector', address: `/library?sector=${ASKED.sector}` },
  { what: 'search for a word of five articles', address: `/library?q=${RARE_WORD}`, isSearch: true },
  { what: 'search for a word of every article', address: '/library?q=revenue', isSearch: true },
  { what: 'search for a word half typed', address: '/library?q=borea', isSearch: true },
  {
    what: 'search for two words and a company',
    address: `/library?q=profit+fell&company=${ASKED.company}`,
    isSearch: true,
  },
  { what: 'company page', address: `/companies/${ASKED.company}` },
  { what: 'concept page', address: `/concepts/${ASKED.concept}` },
  { what: 'article', address: '/articles/text-7' },
  { what: 'today’s quiz', address: '/today' },
]

/**
 * What the pages of the library take over 10,000 articles with 200,000 questions, against 20 articles: two processes of
 * the app, each over its own store, asked in turns. Times are at the 95th percentile of a round, ratios the middle one of
 * all rounds.
 */
export async function measureLibrary(say: (line: string) => void): Promise<Comparison[]> {
  await buildApp(say)
  const stores = await makeStores(say)
  try {
    return await compare(stores)
  } finally {
    await stores.close()
  }
}

async function compare({ small, large, counts, forgetDays }: Stores): Promise<Comparison[]> {
  const start = (address: string) =>
    serve([nextProgram, 'start'], { DATABASE_URL: address, BELLWETHER_SECRET: SECRET })
  const many = await start(large)
  const few = await start(small)
  const senders = [createSender(many.served.url, 1), createSender(few.served.url, 1)] as const
  const timeOf = async (side: 0 | 1, path: string): Promise<number> => {
    const began = performance.now()
    const { status } = await senders[side].send({ path })
    if (status !== 200) throw new Error(`${path} gave ${status}`)
    return performance.now() - began
  }
  const results: Comparison[] = []
  const held = `${counts.articles.toLocaleString('en-GB')} articles with ${counts.questions.toLocaleString('en-GB')} questions, against ${FEW} articles`
  const days = daysBack(DAYS)
  try {
    if (counts.articles !== MANY) throw new Error(`the large store holds ${counts.articles} articles`)
    for (const { what, address, isSearch } of PAGES) {
      for (let visit = 0; visit < WARMING; visit++)
        for (const side of [0, 1] as const) await timeOf(side, address)
      const rounds: { ours: number; theirs: number }[] = []
      for (let round = 0; round < ROUNDS; round++) {
        const times: [number[], number[]] = [[], []]
        for (let visit = 0; visit < VISITS; visit++)
          for (const side of [0, 1] as const) times[side].push(await timeOf(side, address))
        rounds.push({ ours: quantile(times[0], P95), theirs: quantile(times[1], P95) })
      }
      results.push(ratioOf(`${what}, p95 over ${held}`, rounds))
      if (isSearch) results.push(limitOf(`${what}, p95 over ${held}`, rounds))
    }
    // Each day is drawn once in a round; the first round warms.
    const rounds: { ours: number; theirs: number }[] = []
    for (let round = 0; round <= ROUNDS; round++) {
      await forgetDays()
      const drawn: [number[], number[]] = [[], []]
      for (const day of days)
        for (const side of [0, 1] as const) drawn[side].push(await timeOf(side, `/today/${day}`))
      if (round > 0) rounds.push({ ours: quantile(drawn[0], P95), theirs: quantile(drawn[1], P95) })
    }
    results.push(ratioOf(`a day’s quiz when it is drawn, p95 over ${held}`, rounds))
    return results
  } finally {
    for (const sender of senders) sender.close()
    await Promise.all([many.child.stop(), few.child.stop()])
  }
}

const daysBack = (count: number): string[] =>
  Array.from({ length: count }, (_, i) =>
    new Date(Date.now() - (i + 1) * 86_400_000).toISOString().slice(0, 10),
  )

type Round = { readonly ours: number; readonly theirs: number }
const oursOf = (rounds: readonly Round[]): number => median(rounds.map(({ ours }) => ours))

const ratioOf = (what: string, rounds: readonly Round[]): Comparison => ({
  what,
  ours: `${oursOf(rounds).toFixed(1)} ms`,
  theirs: `${median(rounds.map(({ theirs }) => theirs)).toFixed(1)} ms`,
  ratio: median(rounds.map(({ ours, theirs }) => ours / theirs)),
  budget: { atMost: SLOWER },
})

const limitOf = (what: string, rounds: readonly Round[]): Comparison => ({
  what: `${what.replace(/, against .*/, '')}, against the limit`,
  ours: `${oursOf(rounds).toFixed(1)} ms`,
  theirs: `${SEARCH_LIMIT} ms`,
  ratio: oursOf(rounds) / SEARCH_LIMIT,
  budget: { atMost: 1 },
})
