import { type Browser, chromium, type Page } from '@playwright/test'
import { findBrowser } from '../../scripts/checks/browser.ts'

/** What a browser asked the server for, and how many bytes of script came over the wire. */
export interface Seen {
  readonly requests: readonly { readonly method: string; readonly path: string }[]
  readonly scriptBytes: number
}

/** A page whose requests are noted. */
interface Watched {
  readonly page: Page
  /** Forgets what was asked for so far. */
  clear(): void
}

/** An address, and the cookie that goes with it: NAME=VALUE. */
export interface Place {
  readonly url: string
  readonly cookie?: string | undefined
}

/** A real browser. Every visit is the first of somebody's whose browser holds nothing yet. */
export interface Watcher {
  /** What is asked for on a visit, until the network is quiet. */
  watch(work: (watched: Watched) => Promise<void>): Promise<Seen>
  /** The same of a page with a question. */
  watchQuestion(place: Place): Promise<Seen>
  /** Milliseconds from asking for a page until a question can be answered on it. */
  timeQuestion(place: Place): Promise<number>
  close(): Promise<void>
}

/** Starts the browser that is on the machine. */
export async function openWatcher(): Promise<Watcher> {
  const executablePath = await findBrowser((line) => console.log(line))
  if (!executablePath) throw new Error('no browser was found for the bench')
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
  const watch: Watcher['watch'] = (work) =>
    visit(browser, async (page) => {
      const { seen, clear } = await record(page)
      await work({ page, clear })
      await page.waitForLoadState('networkidle')
      return seen()
    })
  return {
    watch,
    watchQuestion: (place) => watch(({ page }) => openQuestion(page, place)),
    timeQuestion: (place) =>
      visit(browser, async (page) => {
        const began = performance.now()
        await openQuestion(page, place)
        return performance.now() - began
      }),
    close: () => browser.close(),
  }
}

async function visit<Result>(browser: Browser, work: (page: Page) => Promise<Result>): Promise<Result> {
  const context = await browser.newContext()
  try {
    return await work(await context.newPage())
  } finally {
    await context.close()
  }
}

/** Whatever a question of any kind is answered with. */
const CONTROL = 'main :is(input, select, li button)'

async function openQuestion(page: Page, { url, cookie }: Place): Promise<void> {
  const [, name, value] = /^([^=]+)=(.*)$/.exec(cookie ?? '') ?? []
  // Of the whole site: a cookie set for the page alone would not go with what the page asks for.
  if (name !== undefined)
    await page.context().addCookies([{ name, value: value ?? '', url: new URL(url).origin }])
  await page.goto(url, { waitUntil: 'commit' })
  await page.locator(CONTROL).first().waitFor()
}

/** Notes what goes over the network, not what the browser has in its cache. */
async function record(page: Page): Promise<{ seen: () => Seen; clear: () => void }> {
  const session = await page.context().newCDPSession(page)
  const asked = new Map<string, { method: string; path: string; isScript: boolean; bytes: number }>()
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
  return {
    clear: () => asked.clear(),
    seen: () => ({
      requests: [...asked.values()].map(({ method, path }) => ({ method, path })),
      scriptBytes: [...asked.values()]
        .filter(({ isScript }) => isScript)
        .reduce((sum, { bytes }) => sum + bytes, 0),
    }),
  }
}
