import { keepThisArticle } from './articles.ts'
import { collectJournals } from './collect-journals.ts'
import { mayWorkOffline } from './may-work-offline.ts'
import { listWaiting } from './store.ts'
import { tend } from './tend.ts'

/**
 * Wakes what works without a network: puts in order what is kept, sends what waits, now and whenever the network comes
 * back, tells how many answers wait after that, and has the browser run the worker. Where browsers allow none (plain http
 * off this machine) the app is as before.
 */
export async function wake(tellWaiting: (answers: number) => void): Promise<void> {
  const order = async () => {
    await tend().catch(() => {})
    await countWaiting().then(tellWaiting, () => {})
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
