import { encode } from 'next-auth/jwt'
import { SESSION_COOKIE } from '#server/accounts/token'
import { getAnalysis } from '#server/assignments/analysis'
import { askedSchema, getGradebook } from '#server/assignments/gradebook'
import { exportCsv, exportXlsx } from '#server/assignments/gradebook-file'
import { closeStore } from '#server/db'
import { regradeQuestion, undoRegrade } from '#server/regrades/regrade'
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
import { type Comparison, median, sayQuantiles } from './comparison.ts'
import { exposeCollector } from './growth.ts'
import { createSender } from './load.ts'
import { SECRET, serve } from './stage.ts'

const VISITS = 40
const ROUNDS = 3
/** Of the first visits nothing is told: code is compiled in them, and pages of the store read. */
const WARMING = 8

const P95 = 0.95
const SLOWER = 1.5
/** Milliseconds a page may take at the 95th percentile. */
const LIMIT = 150
/** Megabytes a file may add to what the app holds. */
const MORE_MEMORY = 64
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

/**
 * What the pages of a gradebook take in a class of thirty thousand as a browser gets them, against one of thirty in the
 * same store, asked in turns; what its files add to the memory of the app; how long the analysis of a million answers
 * takes, and a regrade of everybody until the gradebook has it.
 */
export async function* measureGradebook(say: (line: string) => void): AsyncGenerator<Comparison, void> {
  await buildApp(say)
  const store = await makeClassStore(say)
  try {
    yield* measurePages(store)
    yield await measureFile(store, 'gradebook.csv', exportCsv)
    yield await measureFile(store, 'gradebook.xlsx', exportXlsx)
    yield await measureAnalysis(store)
    yield* measureRegrades(store)
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
  const visit = async (path: string) => {
    const { status } = await sender.send({ path, cookie: `${SESSION_COOKIE}=${token}` })
    if (status !== 200) throw new Error(`${path} gave ${status}`)
  }
  try {
    for (const page of PAGES) yield* await measurePage(store, page, visit)
  } finally {
    sender.close()
    await child.stop()
  }
}

async function measurePage(
  { many, few, teacher }: ClassStore,
  { what, asked, isLast = false }: Page,
  visit: (path: string) => Promise<void>,
): Promise<Comparison[]> {
  const paths = await Promise.all(
    [many, few].map(async (of) => {
      const book = await getGradebook(teacher, of.id, askedSchema.parse(asked(of)))
      const words = { ...asked(of), ...(isLast ? { page: String(book?.pages ?? 1) } : {}) }
      return `/classes/${of.id}/gradebook?${new URLSearchParams(words)}`
    }),
  )
  const timesOf = async (visits: number): Promise<number[][]> => {
    const times: number[][] = paths.map(() => [])
    for (let turn = 0; turn < visits; turn++)
      for (const [i, path] of paths.entries()) {
        const began = performance.now()
        await visit(path)
        times[i]?.push(performance.now() - began)
      }
    return times
  }
  await timesOf(WARMING)
  const rounds: { readonly ours: number; readonly theirs: number }[] = []
  const all: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const [ours = [], theirs = []] = await timesOf(VISITS)
    all.push(...ours)
    rounds.push({ ours: quantile(ours, P95), theirs: quantile(theirs, P95) })
  }
  const ours = median(rounds.map((round) => round.ours))
  const whole = `gradebook, ${what}, p95 in a class of ${MANY.toLocaleString('en-GB')}`
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
      ours: `${ours.toFixed(1)} ms (p50 / p95 / p99 of all visits ${sayQuantiles(all)})`,
      theirs: `${LIMIT} ms`,
      ratio: ours / LIMIT,
      budget: { atMost: 1 },
    },
  ]
}

/** How much more memory is held at most while a file of the large class streams, rubbish collected at each part of it. */
async function measureFile(
  { teacher, many, few }: ClassStore,
  name: string,
  make: typeof exportCsv,
): Promise<Comparison> {
  const collect = exposeCollector()
  const held = () => {
    collect()
    const { heapUsed, external } = process.memoryUsage()
    return (heapUsed + external) / 1e6
  }
  /** Reads the file and gives the most that was held on the way. */
  const stream = async (of: BenchClass): Promise<number> => {
    const outcome = await make(teacher, { id: of.id })
    if ('refused' in outcome) throw new Error(`${name} was refused: ${outcome.refused}`)
    let most = 0
    const parts = outcome.done.body.getReader()
    while (!(await parts.read()).done) most = Math.max(most, held())
    return most
  }
  await stream(few)
  const before = held()
  const more = (await stream(many)) - before
  return {
    what: `memory held while ${name} of a class of ${MANY.toLocaleString('en-GB')} streams, against the limit`,
    ours: `${more.toFixed(1)} MB`,
    theirs: `${MORE_MEMORY} MB`,
    ratio: more / MORE_MEMORY,
    budget: { atMost: 1 },
  }
}

/** The middle of some times, against a limit. */
function sayTimes(what: string, taken: readonly number[]): Comparison {
  const ours = median(taken)
  return {
    what: `${what}, against the limit`,
    ours: `${ours.toFixed(0)} ms (the slowest ${Math.max(...taken).toFixed(0)} ms)`,
    theirs: `${FOLLOWED} ms`,
    ratio: ours / FOLLOWED,
    budget: { atMost: 1 },
  }
}

async function measureAnalysis({ teacher, many }: ClassStore): Promise<Comparison> {
  const taken: number[] = []
  for (let turn = 0; turn < 5; turn++) {
    const began = performance.now()
    const found = await getAnalysis(teacher, many.assignments[0] ?? '')
    taken.push(performance.now() - began)
    if (found?.answers !== MANY * ITEMS) throw new Error(`the analysis is of ${found?.answers} answers`)
  }
  return sayTimes(`analysis of ${(MANY * ITEMS).toLocaleString('en-GB')} answers`, taken)
}

/** A question is taken out of everybody's score and put back, over and over: how soon the gradebook is right, from its order and from its end. */
async function* measureRegrades({ teacher, many, admin }: ClassStore): AsyncGenerator<Comparison, void> {
  const assignment = many.assignments[0] ?? ''
  const [asked] = await admin<{ question: string }>(
    `SELECT i.version_id AS question FROM assignment a JOIN quiz_set_item i ON i.set_id = a.set_id
     WHERE a.id = $1 AND i.position = 1`,
    [assignment],
  )
  const best = async () => {
    const book = await getGradebook(teacher, many.id, askedSchema.parse({ sort: assignment, down: '1' }))
    return JSON.stringify(book?.rows.map(({ person, total, cells }) => [person, total, cells]))
  }
  const ordered: number[] = []
  const following: number[] = []
  for (let turn = 0; turn < 3; turn++) {
    await admin('VACUUM ANALYZE')
    const before = await best()
    const began = performance.now()
    const outcome = await regradeQuestion(teacher, {
      ...{ assignment, question: asked?.question ?? '', seen: 2 * turn },
      ...{ remedy: 'void', key: null, reason: 'The bench takes it out' },
    })
    const done = performance.now()
    const after = await best()
    const right = performance.now()
    ordered.push(right - began)
    following.push(right - done)
    if ('refused' in outcome) throw new Error(`the regrade was refused: ${outcome.refused}`)
    if (outcome.done.changed < MANY / 2 || after === before) throw new Error('the grades have not followed')
    const [last] = await admin<{ id: string }>('SELECT id FROM regrade ORDER BY number DESC LIMIT 1')
    await undoRegrade(teacher, { assignment, seen: 2 * turn + 1, regrade: last?.id ?? '' })
    if ((await best()) !== before) throw new Error('the grades are not what they were')
  }
  yield sayTimes('the gradebook is right after a regrade of everybody has been ordered', ordered)
  yield sayTimes('the gradebook is right after a regrade of everybody is done', following)
}
