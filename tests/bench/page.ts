import { randomUUID } from 'node:crypto'
import type { Kind } from '#core'
import type { StartReply } from '#server/attempts/view'
import { QUESTIONS, storeQuiz } from '../support/quiz.ts'
import { type Comparison, median } from './comparison.ts'
import { createSender, processorTime, type Shot } from './load.ts'
import type { Pair, Stage } from './stage.ts'
import { openWatcher, type Place, type Seen, type Watcher } from './watching.ts'

const VISITS = 150
const SLICES = 5
/** How often a browser that holds nothing opens each of the two pages. */
const OPENINGS = 21
/** Kinds whose controls are fetched when they are needed, and how many bytes each may be. */
const FETCHED: readonly Kind[] = ['ordering', 'matching', 'estimate']
const MORE_SCRIPT = 40 * 1024

/**
 * The quiz page: processor time of the app from the click to the first question, every request a browser really made
 * counted, against a bare dynamic page; the script it loads, against a bare page, and how much more of it a kind needs that has
 * controls of its own; and how soon a browser that has never been here shows the first question.
 */
export async function* measurePage(stage: Stage): AsyncGenerator<Comparison, void> {
  const pair = await stage.startPair()
  const watcher = await openWatcher()
  try {
    yield await measureProcessor(pair, stage, watcher)
    const choice = await storePage(pair, stage, 'choice')
    yield await measureScript(pair, watcher, choice)
    for (const kind of FETCHED)
      yield await measureKind(kind, watcher, choice, await storePage(pair, stage, kind))
    yield await measureFirst(pair, watcher, choice)
  } finally {
    await watcher.close()
    await pair.close()
  }
}

/** Begins a quiz whose one question is of a kind; gives the address of its page. */
async function storePage({ ours }: Pair, { database }: Stage, kind: Kind): Promise<Place> {
  const { set } = await storeQuiz(
    QUESTIONS.filter((question) => question.kind === kind),
    null,
    database,
  )
  const sender = createSender(ours.url, 1)
  const reply = await sender.send({
    path: '/api/attempts',
    body: { set, mode: 'practice', key: randomUUID() },
  })
  sender.close()
  const { attempt } = JSON.parse(reply.text()) as StartReply
  return { url: `${ours.url}/quiz/${attempt}`, cookie: reply.headers['set-cookie']?.[0]?.split(';')[0] }
}

/** What a browser asks for from the click on the start button to the first question, and for the bare page when it comes from another one. */
async function watchClicks(
  { ours, bare }: Pair,
  { database }: Stage,
  { watch }: Watcher,
): Promise<{ click: Seen; plain: Seen }> {
  // The budget is of a quiz page with a choice question: other kinds fetch what they need, and have budgets of their own.
  const { rows } = await database.query<{ slug: string }>(
    `SELECT a.slug FROM article a
     JOIN LATERAL (SELECT id FROM quiz_set WHERE article_id = a.id ORDER BY number DESC LIMIT 1) s ON true
     JOIN quiz_set_item i ON i.set_id = s.id AND i.position = 1
     JOIN question_version v ON v.id = i.version_id AND v.kind = 'choice'
     ORDER BY a.slug LIMIT 1`,
  )
  if (rows.length === 0) throw new Error('no quiz begins with a choice question')
  const click = await watch(async ({ page, clear }) => {
    await page.goto(`${ours.url}/articles/${rows[0]?.slug}/quiz`)
    await page.waitForLoadState('networkidle')
    clear()
    await page
      .getByRole('button', { name: /start|begin/i })
      .first()
      .click()
    await page.waitForURL(/\/quiz\/.+/)
    await page.getByRole('heading', { level: 1 }).or(page.locator('legend')).first().waitFor()
  })
  const plain = await watch(async ({ page, clear }) => {
    await page.goto(bare.url)
    await page.waitForLoadState('networkidle')
    clear()
    await page.goto(`${bare.url}/questions`)
  })
  return { click, plain }
}

async function measureProcessor(pair: Pair, stage: Stage, watcher: Watcher): Promise<Comparison> {
  const { ours, bare } = pair
  const { sets } = stage
  const { click, plain } = await watchClicks(pair, stage, watcher)
  const app = createSender(ours.url, 4)
  const other = createSender(bare.url, 4)
  const askedFor = ({ requests }: Seen): string =>
    requests
      .map(({ path, method }) => `${method} ${path.replace(/[0-9a-f-]{36}/g, 'ID')}`)
      .map((said) => (said.includes('/_next/static/') ? 'a script' : said))
      .join(', ')
  const visitOurs = async (visit: number) => {
    const key = randomUUID()
    const reply = await app.send({
      path: '/api/attempts',
      body: { set: sets[visit % sets.length], mode: 'practice', key },
    })
    const { attempt } = JSON.parse(reply.text()) as StartReply
    const cookie = reply.headers['set-cookie']?.[0]?.split(';')[0] ?? ''
    for (const { method, path } of click.requests) {
      if (method !== 'GET') continue
      const shot: Shot = { path: path.replace(/[0-9a-f-]{36}/, attempt), cookie }
      const { status } = await app.send(shot)
      if (status !== 200 && status !== 304) throw new Error(`${path} gave ${status}`)
    }
  }
  const visitBare = async () => {
    for (const { path } of plain.requests) await other.send({ path })
  }
  const cost = async (pid: number, visit: (turn: number) => Promise<void>): Promise<number> => {
    const before = processorTime(pid)
    for (let turn = 0; turn < VISITS; turn++) await visit(turn)
    return (processorTime(pid) - before) / VISITS
  }
  await cost(ours.pid, visitOurs)
  await cost(bare.pid, visitBare)
  const slices: { ours: number; theirs: number }[] = []
  for (let slice = 0; slice < SLICES; slice++)
    slices.push({ ours: await cost(ours.pid, visitOurs), theirs: await cost(bare.pid, visitBare) })
  app.close()
  other.close()
  return {
    what: `quiz page, processor time from the click to the first question (${askedFor(click)}), against a bare dynamic page (${askedFor(plain)})`,
    ours: `${median(slices.map((slice) => slice.ours)).toFixed(2)} ms a visit`,
    theirs: `${median(slices.map((slice) => slice.theirs)).toFixed(2)} ms`,
    ratio: median(slices.map((slice) => slice.theirs / slice.ours)),
    budget: { atLeast: 0.8 },
  }
}

const kilobytes = (bytes: number): string => `${(bytes / 1024).toFixed(1)} KB`

async function measureScript({ bare }: Pair, watcher: Watcher, choice: Place): Promise<Comparison> {
  const ours = (await watcher.watchQuestion(choice)).scriptBytes
  const theirs = (await watcher.watch(async ({ page }) => void (await page.goto(bare.url)))).scriptBytes
  return {
    what: 'script of the quiz page over the wire, against a bare page',
    ours: kilobytes(ours),
    theirs: kilobytes(theirs),
    ratio: ours / theirs,
    budget: { atMost: 1.15 },
  }
}

async function measureKind(
  kind: Kind,
  { watchQuestion }: Watcher,
  choice: Place,
  place: Place,
): Promise<Comparison> {
  const more = (await watchQuestion(place)).scriptBytes - (await watchQuestion(choice)).scriptBytes
  return {
    what: `script more when the question is ${kind}, against the limit`,
    ours: kilobytes(more),
    theirs: kilobytes(MORE_SCRIPT),
    ratio: more / MORE_SCRIPT,
    budget: { atMost: 1 },
  }
}

/** In turns, the first of which is not told: the browser starts, and code is compiled in it. */
async function measureFirst({ bare }: Pair, { timeQuestion }: Watcher, choice: Place): Promise<Comparison> {
  const times: { ours: number; theirs: number }[] = []
  for (let opening = 0; opening <= OPENINGS; opening++) {
    const ours = await timeQuestion(choice)
    const theirs = await timeQuestion({ url: `${bare.url}/questions` })
    if (opening > 0) times.push({ ours, theirs })
  }
  return {
    what: 'first question shown in a browser that has never been here, against the bare dynamic page',
    ours: `${median(times.map(({ ours }) => ours)).toFixed(0)} ms`,
    theirs: `${median(times.map(({ theirs }) => theirs)).toFixed(0)} ms`,
    ratio: median(times.map(({ ours, theirs }) => ours / theirs)),
    budget: { atMost: 1.25 },
  }
}
