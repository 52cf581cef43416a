import { removeArticles } from './articles.ts'
import { LEFT } from './hold.ts'
import { listJournals, removeJournals } from './journal.ts'
import { emptyStore, listWaiting } from './store.ts'
import { tend } from './tend.ts'

/** Sends what can be sent; how many answers are still on this device alone. */
export async function sendWhatWaits(): Promise<number> {
  await tend().catch(() => {})
  const waiting = await listWaiting().catch(() => [])
  return waiting.filter(({ body }) => body !== null).length + listJournals().length
}

/** Removes everything that this browser keeps of anybody, sent or not, and tells its other pages. */
export async function clearDevice(): Promise<void> {
  removeJournals()
  try {
    for (const key of Object.keys(sessionStorage))
      if (key.startsWith('bellwether.started.')) sessionStorage.removeItem(key)
  } catch {
    // Storage that is closed to us holds nothing of ours.
  }
  await Promise.all([emptyStore().catch(() => {}), removeArticles().catch(() => {})])
  if ('BroadcastChannel' in globalThis) new BroadcastChannel(LEFT).postMessage(null)
}
