import { keepThisArticle } from './articles.ts'
import { collectJournals } from './collect-journals.ts'
import { mayWorkOffline } from './may-work-offline.ts'
import { listWaiting } from './store.ts'
import { tend } from './tend.ts'

/** How long until what waits is tried again: a browser need not notice that the server can be reached again. */
const AGAIN_MS = 15_000

/**
 * Wakes what works without a network: puts in order what is kept, sends what waits, now, whenever the network
 * comes back, and from time to time, tells how many answers wait after that, and has the browser run the worker. Where browsers allow none (plain http
 * off this machine) the app is as before.
 */
export async function wake(tellWaiting: (answers: number) => void): Promise<void> {
  let again = 0
  const order = async () => {
    clearTimeout(again)
    await tend().catch(() => {})
    const waiting = await countWaiting().catch(() => 0)
    tellWaiting(waiting)
    if (waiting > 0) again = window.setTimeout(order, AGAIN_MS)
  }
  addEventListener('online', () => void order())
  await collectJournals().catch(() => {})
  await order()
  if (process.env.NODE_ENV !== 'production' || !mayWorkOffline()) return
  const isFirst = navigator.serviceWorker.controller === null
  await navigator.serviceWorker.register('/worker.js', { scope: '/', updateViaCache: 'none' })
  await navigator.serviceWorker.ready
  if (isFirst) await keepThisArticle()
}

/** Answers that wait, without those of a page that tells of them itself. */
async function countWaiting(): Promise<number> {
  const { pathname } = location
  if (pathname === '/offline') return 0
  const waiting = await listWaiting()
  return waiting.filter(({ attempt, body }) => body !== null && pathname !== `/quiz/${attempt}`).length
}
