import { randomUUID } from 'node:crypto'
import { chromium } from '@playwright/test'
import type { StartReply } from '#server/attempts/view'
import { findBrowser } from '../../scripts/checks/browser.ts'
import { type Comparison, median } from './comparison.ts'
import { createSender, processorTime, type Shot } from './load.ts'
import type { Pair, Stage } from './stage.ts'

const VISITS = 150
const SLICES = 5

/** What a browser asked the server for, and how many bytes of script came over the wire. */
interface Seen {
  readonly requests: readonly { readonly method: string; readonly path: string }[]
  readonly scriptBytes: number
}

/** Watches a real browser: on the way from the start page to the first question, and on a first visit to that page. */
async function watch({
  ours,
  bare,
  database,
}: Pair & Pick<Stage, 'database'>): Promise<{ click: Seen; dynamic: Seen; ours: Seen; bare: Seen }> {
  const executablePath = await findBrowser((line) => console.log(line))
  if (!executablePath) throw new Error('no browser was found for the bench')
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
  try {
    // The budget is of a quiz page with a choice question: other kinds fetch what they need, and have budgets of their own.
    const { rows } = await database.query<{ slug: string }>(
      `SELECT a.slug FROM article a
       JOIN LATERAL (SELECT id FROM quiz_set WHERE article_id = a.id ORDER BY number DESC LIMIT 1) s ON true
       JOIN quiz_set_item i ON i.set_id = s.id AND i.position = 1
       JOIN question_version v ON v.id = i.version_id AND v.kind = 'choice'
       ORDER BY a.slug LIMIT 1`,
    )
    if (rows.length === 0) throw new Error('no quiz begins with a choice question')
    const visit = async (work: (watched: Watched) => Promise<void>): Promise<Seen> => {
      const context = await browser.newContext()
      const page = await context.newPage()
      const session = await context.newCDPSession(page)
      const watched = { page, clear: () => {} }
      const seen = await record(session, (clear) => {
        watched.clear = clear
      })
      await work(watched)
      await page.waitForLoadState('networkidle')
      const result = seen()
      await context.close()
      return result
    }
    let attempt = ''
    let cookies: Awaited<ReturnType<Awaited<ReturnType<typeof browser.newContext>>['cookies']>> = []
    const click = await visit(async ({ page, clear }) => {
      await page.goto(`${ours.url}/articles/${rows[0]?.slug}/quiz`)
      await page.waitForLoadState('networkidle')
      clear()
      await page
        .getByRole('button', { name: /start|begin/i })
        .first()
        .click()
      await page.waitForURL(/\/quiz\/.+/)
      await page.getByRole('heading', { level: 1 }).or(page.locator('legend')).first().waitFor()
      attempt = new URL(page.url()).pathname
      cookies = await page.context().cookies()
    })
    const first = await visit(async ({ page }) => {
      await page.context().addCookies(cookies)
      await page.goto(ours.url + attempt)
      await page.locator('input, button[type=submit]').first().waitFor()
    })
    const plain = await visit(async ({ page }) => {
      await page.goto(bare.url)
    })
    const dynamic = await visit(async ({ page, clear }) => {
      await page.goto(bare.url)
      await page.waitForLoadState('networkidle')
      clear()
      await page.goto(`${bare.url}/questions`)
    })
    return { click, dynamic, ours: first, bare: plain }
  } finally {
    await browser.close()
  }
}

interface Watched {
  readonly page: Awaited<ReturnType<Awaited<ReturnType<typeof chromium.launch>>['newPage']>>
  clear: () => void
}
type Session = Awaited<ReturnType<ReturnType<Watched['page']['context']>['newCDPSession']>>

/** Notes what goes over the network, not what the browser has in its cache. */
async function record(session: Session, give: (clear: () => void) => void): Promise<() => Seen> {
  const asked = new Map<string, { method: string; path: string; isScript: boolean; bytes: number }>()
  give(() => asked.clear())
  session.on('Network.requestWillBeSent', ({ requestId, request, type }) => {
    const { pathname, search } = new URL(request.url)
    asked.set(requestId, {
      method: request.method,
      path: pathname + search,
      isScript: type === 'Script',
      bytes: 0,
    })
  })
  session.on('Network.requestServedFromCache', ({ requestId }) => asked.delete(requestId))
  session.on('Network.responseReceived', ({ requestId, response }) => {
    if (response.fromDiskCache) asked.delete(requestId)
  })
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const entry = asked.get(requestId)
    if (entry) entry.bytes = encodedDataLength
  })
  await session.send('Network.enable')
  return () => ({
    requests: [...asked.values()].map(({ method, path }) => ({ method, path })),
    scriptBytes: [...asked.values()]
      .filter(({ isScript }) => isScript)
      .reduce((sum, { bytes }) => sum + bytes, 0),
  })
}

/**
 * The quiz page: processor time of the app from the click to the first question, every request a browser really made
 * counted, against a bare dynamic page; and the script it loads, against a bare page.
 */
export async function measurePage(stage: Stage): Promise<Comparison[]> {
  const pair = await stage.startPair()
  try {
    return await compare(pair, stage)
  } finally {
    await pair.close()
  }
}

async function compare(pair: Pair, { database, sets }: Stage): Promise<Comparison[]> {
  const { ours, bare } = pair
  const seen = await watch({ ...pair, database })
  const app = createSender(ours.url, 4)
  const plain = createSender(bare.url, 4)
  const askedFor = ({ requests }: Seen): string =>
    requests.map(({ method, path }) => `${method} ${path.replace(/[0-9a-f-]{36}/g, 'ID')}`).join(', ')
  const visitOurs = async (visit: number) => {
    const key = randomUUID()
    const reply = await app.send({
      path: '/api/attempts',
      body: { set: sets[visit % sets.length], mode: 'practice', key },
    })
    const { attempt } = JSON.parse(reply.text()) as StartReply
    const cookie = reply.headers['set-cookie']?.[0]?.split(';')[0] ?? ''
    for (const { method, path } of seen.click.requests) {
      if (method !== 'GET') continue
      const shot: Shot = { path: path.replace(/[0-9a-f-]{36}/, attempt), cookie }
      const { status } = await app.send(shot)
      if (status !== 200 && status !== 304) throw new Error(`${path} gave ${status}`)
    }
  }
  const visitBare = async () => {
    for (const { path } of seen.dynamic.requests) await plain.send({ path })
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
  plain.close()
  const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`
  return [
    {
      what: `quiz page, processor time from the click to the first question (${askedFor(seen.click)}), against a bare dynamic page (${askedFor(seen.dynamic)})`,
      ours: `${median(slices.map((slice) => slice.ours)).toFixed(2)} ms a visit`,
      theirs: `${median(slices.map((slice) => slice.theirs)).toFixed(2)} ms`,
      ratio: median(slices.map((slice) => slice.theirs / slice.ours)),
      budget: { atLeast: 0.8 },
    },
    {
      what: 'script of the quiz page over the wire, against a bare page',
      ours: kilobytes(seen.ours.scriptBytes),
      theirs: kilobytes(seen.bare.scriptBytes),
      ratio: seen.ours.scriptBytes / seen.bare.scriptBytes,
      budget: { atMost: 1.15 },
    },
  ]
}
