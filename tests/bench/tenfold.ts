import pg from 'pg'
import { guestCookie } from '#server/guest'
import { buildApp, nextProgram } from '../../scripts/launcher/build.ts'
import { type Comparison, median } from './comparison.ts'
import { type Growing, type GrownStores, makeGrownStores, type Stored } from './grown-stores.ts'
import { createSender } from './load.ts'
import { SECRET, serve } from './stage.ts'
import { type Taken, takeQuiz } from './taking.ts'

/**
 * How much is stored before it grows to ten times as much, and how many pairs of processes are started: two that run the same
 * code differ for as long as they live (save.ts).
 */
export const STORED = { articles: 1_000, readers: 1_000, pairs: 5 } satisfies Stored & { pairs: number }

const SLOWER = 1.15
const SLICES = 8
/** Quizzes that are taken on each side in a slice. */
const QUIZZES = 6
/** Of the first quizzes nothing is told: code is compiled in them, and pages of the store read. */
const WARMING = 16

/** What grows, and the table that is counted for it. */
const GROWING: Readonly<Record<Growing, string>> = {
  articles: 'article',
  learners: 'person',
  answers: 'response',
}

/**
 * What a save and the page of a quiz take where ten times the articles, learners or answers are stored: two processes of the app,
 * each over its own store, where readers who are in both take the same quizzes in turns.
 */
export async function* measureTenfold(
  { pairs, ...stored }: typeof STORED,
  say: (line: string) => void,
): AsyncGenerator<Comparison, void> {
  await buildApp(say)
  const stores = await makeGrownStores(stored)
  try {
    for (const [growing, table] of Object.entries(GROWING) as [Growing, string][]) {
      say(`Making ten times the ${growing} ...`)
      const addresses = await stores.grow(growing)
      const [after, before] = await Promise.all(addresses.map((each) => count(each, table)))
      const sets = await listSets(addresses[1])
      const slices: Sides<Slice>[][] = []
      for (let started = 0; started < pairs; started++)
        slices.push(await measurePair(addresses, stores.readerAt, sets))
      yield* compare(`${after} ${growing} stored, against ${before}`, slices)
    }
  } finally {
    await stores.close()
  }
}

async function query<Row extends pg.QueryResultRow>(address: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: address })
  await client.connect()
  try {
    return (await client.query<Row>(sql)).rows
  } finally {
    await client.end()
  }
}

/** How many rows a table holds, as it is read. */
async function count(address: string, table: string): Promise<string> {
  const [row] = await query<{ n: number }>(address, `SELECT count(*)::int AS n FROM ${table}`)
  return (row?.n ?? 0).toLocaleString('en-GB')
}

/** Quizzes of the articles that all others were made of: they are in every store, so that nothing differs but what else is there. */
async function listSets(address: string): Promise<readonly string[]> {
  const rows = await query<{ id: string }>(
    address,
    `SELECT DISTINCT ON (s.article_id) s.id FROM quiz_set s JOIN article a ON a.id = s.article_id
     WHERE a.slug ~ '^text-[0-9]+$' ORDER BY s.article_id, s.number DESC`,
  )
  return rows.map(({ id }) => id)
}

interface Slice {
  readonly page: number
  readonly save: number
}
const PARTS: Readonly<Record<keyof Slice, string>> = {
  save: 'saving an answer',
  page: 'quiz page, the two requests of it that read the store',
}

/** The store that has grown comes first. */
type Sides<T> = readonly [T, T]

/** What the slices of all pairs come to. */
function* compare(held: string, pairs: readonly Sides<Slice>[][]): Generator<Comparison, void> {
  for (const [part, words] of Object.entries(PARTS) as [keyof Slice, string][]) {
    const ratios = pairs.map((slices) => median(slices.map(([large, small]) => large[part] / small[part])))
    const spread = ratios.map((ratio) => ratio.toFixed(2)).sort()
    const timeOn = (side: 0 | 1) => `${median(pairs.flat().map((slice) => slice[side][part])).toFixed(2)} ms`
    yield {
      what: `${words}: ${held} (${pairs.length} pairs of processes, ${spread[0]} to ${spread.at(-1)})`,
      ours: timeOn(0),
      theirs: timeOn(1),
      ratio: median(ratios),
      budget: { atMost: SLOWER },
    }
  }
}

/** What the slices of one pair of processes took, each in its middle. */
async function measurePair(
  addresses: Sides<string>,
  readerAt: GrownStores['readerAt'],
  sets: readonly string[],
): Promise<Sides<Slice>[]> {
  const start = async (address: string) => {
    const { served, child } = await serve([nextProgram, 'start'], {
      DATABASE_URL: address,
      BELLWETHER_SECRET: SECRET,
    })
    return { child, sender: createSender(served.url, 1), taken: [] as Taken[] }
  }
  const large = await start(addresses[0])
  const small = await start(addresses[1])
  let turn = 0
  const takeQuizzes = async (quizzes: number): Promise<Sides<Slice>> => {
    for (const end = turn + quizzes; turn < end; turn++) {
      const { name, value } = guestCookie(readerAt(turn))
      const quiz = { set: sets[turn % sets.length] ?? '', cookie: `${name}=${value}` }
      // Whatever the first of a turn finds cold or leaves warm, each of the two is it every other time.
      for (const side of turn % 2 === 0 ? [large, small] : [small, large])
        side.taken.push(await takeQuiz(side.sender, quiz))
    }
    const middle = ({ taken }: typeof large): Slice => {
      const own = taken.splice(0)
      return {
        page: median(own.map(({ page }) => page)),
        save: median(own.flatMap(({ saves }) => saves)),
      }
    }
    return [middle(large), middle(small)]
  }
  try {
    await takeQuizzes(WARMING)
    const slices: Sides<Slice>[] = []
    for (let slice = 0; slice < SLICES; slice++) slices.push(await takeQuizzes(QUIZZES))
    return slices
  } finally {
    for (const { sender } of [large, small]) sender.close()
    await Promise.all([large, small].map(({ child }) => child.stop()))
  }
}
