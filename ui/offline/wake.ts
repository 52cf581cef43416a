import { keepThisArticle } from './articles.ts'
import { collectJournals } from './collect-journals.ts'
import { mayWorkOffline } from './may-work-offline.ts'
import { tend } from './tend.ts'

/**
 * Wakes what works without a network: puts in order what is kept, sends what waits, now and whenever the network comes
 * back, and has the browser run the worker. Where browsers allow none (plain http off this machine) the app is as before.
 */
export async function wake(): Promise<void> {
  const order = () => tend().catch(() => false)
  addEventListener('online', () => void order())
  await collectJournals().catch(() => {})
  await order()
  if (process.env.NODE_ENV !== 'production' || !mayWorkOffline()) return
  const isFirst = navigator.serviceWorker.controller === null
  await navigator.serviceWorker.register('/worker.js', { scope: '/', updateViaCache: 'none' })
  await navigator.serviceWorker.ready
  if (isFirst) await keepThisArticle()
}
