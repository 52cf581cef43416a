import { encode } from 'next-auth/jwt'
import { SESSION_COOKIE } from '#server/accounts/token'
import { getAnalysis } from '#server/assignments/analysis'
import { askedSchema, getGradebook } from '#server/assignments/gradebook'
import { closeStore } from '#server/db'
import { quantile } from '../../scripts/eval/figures.ts'
import { buildApp, nextProgram } from '../../scripts/launcher/build.ts'
import {
  ASSIGNMENTS,
  type BenchClass,
  type ClassStore,
  COMMON_NAME,
  FEW,
  ITEMS,
  MANY,
  makeClassStore,
} from './class-store.ts'
import { type Comparison, median } from './comparison.ts'
import { createSender } from './load.ts'
import { SECRET, serve } from './stage.ts'

const VISITS = 20
/** Of the first visits nothing is told: code is compiled in them, and pages of the store read. */
const WARMING = 8

const P95 = 0.95
const SLOWER = 1.5
/** Milliseconds a page may take at the 95th percentile. */
const LIMIT = 150
/** Milliseconds in which grades follow a change of everybody's marks, and in which an analysis is there. */
const FOLLOWED = 2_000

type Asked = Readonly<Record<string, string>>

/** How the gradebook is asked for; where `isLast` its last page is. */
interface Page {
  readonly what: string
  readonly asked: (of: BenchClass) => Asked
  readonly isLast?: boolean
}

const column = ({ assignments }: BenchClass): string => assignments[ASSIGNMENTS / 2] ?? ''
const ORDERS: readonly Page[] = [
  { what: 'by name', asked: () => ({}) },
  { what: 'by total', asked: () => ({ sort: 'total', down: '1' }) },
  { what: 'by a quiz', asked: (of) => ({ sort: column(of), down: '1' }) },
  { what: 'by a quiz, the lowest first', asked: (of) => ({ sort: column(of) }) },
  { what: 'of whoever has a name', asked: () => ({ find: COMMON_NAME }) },
  { what: 'of whoever has a name, by total', asked: () => ({ find: COMMON_NAME, sort: 'total', down: '1' }) },
]
const PAGES = ORDERS.flatMap((page): Page[] => [
  { ...page, what: `first page ${page.what}` },
  { ...page, what: `last page ${page.what}`, isLast: true },
])

/** One way to a page. */
interface Way {
  readonly how: string
  readonly rounds: number
  /** Throws when the page is not there. */
  readonly visit: (of: BenchClass, asked: Asked) => Promise<unknown>
}

/**
 * What the pages of a gradebook take in a class of thirty thousand, against one of thirty in the same store, asked in
 * turns: the function that the page calls, and the page itself as a browser gets it. Then how soon grades follow when
 * everybody's marks have changed, and how long the analysis of a million answers takes.
 */
export async function* measureGradebook(say: (line: string) => void): AsyncGenerator<Comparison, void> {
  await buildApp(say)
  const store = await makeClassStore(say)
  try {
    yield* measurePages(store)
    yield await measureAnalysis(store)
    yield await measureReckoning(store)
  } finally {
    await closeStore()
    await store.close()
  }
}

async function* measurePages(store: ClassStore): AsyncGenerator<Comparison, void> {
  const { served, child } = await serve([nextProgram, 'start'], {
    DATABASE_URL: store.address,
    BELLWETHER_SECRET: SECRET,
  })
  const sender = createSender(served.url, 1)
  const token = await encode({ token: { sessionId: store.teacher.sessionId }, secret: SECRET })
  const ways: readonly Way[] = [
    {
      how: 'function',
      rounds: 4,
      visit: async (of, asked) => {
        const book = await getGradebook(store.teacher, of.id, askedSchema.parse(asked))
        if (!book?.rows.length) throw new Error('the gradebook is empty')
      },
    },
    {
      how: 'page',
      rounds: 2,
      visit: async (of, asked) => {
        const path = `/classes/${of.id}/gradebook?${new URLSearchParams(asked)}`
        const { status } = await sender.send({ path, cookie: `${SESSION_COOKIE}=${token}` })
        if (status !== 200) throw new Error(`${path} gave ${status}`)
      },
    },
  ]
  try {
    for (const way of ways) for (const page of PAGES) yield* await measurePage(store, page, way)
  } finally {
    sender.close()
    await child.stop()
  }
}

async function measurePage(
  { many, few, teacher }: ClassStore,
  { what, asked, isLast = false }: Page,
  { how, rounds: wanted, visit }: Way,
): Promise<Comparison[]> {
  const sides = await Promise.all(
    [many, few].map(async (of) => {
      const book = await getGradebook(teacher, of.id, askedSchema.parse(asked(of)))
      return { of, asked: { ...asked(of), ...(isLast ? { page: String(book?.pages ?? 1) } : {}) } }
    }),
  )
  const timesOf = async (visits: number): Promise<number[][]> => {
    const times: number[][] = sides.map(() => [])
    for (let turn = 0; turn < visits; turn++)
      for (const [i, side] of sides.entries()) {
        const began = performance.now()
        await visit(side.of, side.asked)
        times[i]?.push(performance.now() - began)
      }
    return times
  }
  await timesOf(WARMING)
  const rounds: { readonly ours: number; readonly theirs: number }[] = []
  for (let round = 0; round < wanted; round++) {
    const [ours = [], theirs = []] = await timesOf(VISITS)
    rounds.push({ ours: quantile(ours, P95), theirs: quantile(theirs, P95) })
  }
  const ours = median(rounds.map((round) => round.ours))
  const whole = `gradebook, the ${how}: ${what}, p95 in a class of ${MANY.toLocaleString('en-GB')}`
  return [
    {
      what: `${whole}, against one of ${FEW}`,
      ours: `${ours.toFixed(1)} ms`,
      theirs: `${median(rounds.map(({ theirs }) => theirs)).toFixed(1)} ms`,
      ratio: median(rounds.map(({ ours, theirs }) => ours / theirs)),
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

/** The middle of some times, against a limit. */
async function measureTimes(what: string, times: number, work: () => Promise<number>): Promise<Comparison> {
  const taken: number[] = []
  for (let turn = 0; turn < times; turn++) taken.push(await work())
  const ours = median(taken)
  return {
    what,
    ours: `${ours.toFixed(0)} ms (the slowest ${Math.max(...taken).toFixed(0)} ms)`,
    theirs: `${FOLLOWED} ms`,
    ratio: ours / FOLLOWED,
    budget: { atMost: 1 },
  }
}

const measureAnalysis = ({ teacher, many }: ClassStore): Promise<Comparison> =>
  measureTimes(
    `analysis of ${(MANY * ITEMS).toLocaleString('en-GB')} answers, against the limit`,
    5,
    async () => {
      const began = performance.now()
      const found = await getAnalysis(teacher, many.assignments[0] ?? '')
      if (found?.answers !== MANY * ITEMS) throw new Error(`the analysis is of ${found?.answers} answers`)
      return performance.now() - began
    },
  )

/** Everybody's mark of one question is turned, as a corrected key does, and the gradebook is right again. */
const measureReckoning = ({ teacher, many, admin }: ClassStore): Promise<Comparison> =>
  measureTimes('grades that follow when everybody’s marks have changed, against the limit', 3, async () => {
    const assignment = many.assignments[0] ?? ''
    const meanOf = async () => {
      const [row] = await admin<{ mean: number }>(
        'SELECT avg(score) AS mean FROM grade WHERE assignment_id = $1',
        [assignment],
      )
      return row?.mean
    }
    await admin('VACUUM ANALYZE')
    await admin('UPDATE item_mark SET mark = 1 - mark WHERE assignment_id = $1 AND place = 0', [assignment])
    const before = await meanOf()
    const began = performance.now()
    await admin('SELECT reckon_grades($1)', [assignment])
    const book = await getGradebook(teacher, many.id, askedSchema.parse({ sort: assignment, down: '1' }))
    const taken = performance.now() - began
    if (!book?.rows.length || before === (await meanOf())) throw new Error('the grades have not followed')
    return taken
  })
