import { forgetStarted } from '#ui/player/started.ts'
import { removeArticles } from './articles.ts'
import { collectJournals } from './collect-journals.ts'
import { LEFT } from './hold.ts'
import { removeJournals } from './journal.ts'
import { emptyStore, listWaiting } from './store.ts'
import { ownersHere, tend } from './tend.ts'

/** What of a reader is on this device alone, before they leave it. */
export interface Left {
  /** The reader, and the guests they were. */
  readonly owners: ReadonlySet<string>
  /** How many of their answers could not be sent. */
  readonly answers: number
}

/** Sends what can be sent, and tells what is left of whoever is here. */
export async function sendWhatWaits(): Promise<Left> {
  await collectJournals().catch(() => {})
  await tend().catch(() => {})
  const here = await ownersHere()
  const owners = here === 'away' || here === 'signed-out' ? new Set<string>() : here.owners
  const own = (await listWaiting().catch(() => [])).filter((row) => owners.has(row.owner))
  return { owners, answers: own.filter(({ body }) => body !== null).length }
}

/**
 * Removes what this browser keeps of these people, sent or not, and every copy, and tells its other pages. What waits of
 * anybody else stays sealed until they are back. Without `owners`, everything goes.
 */
export async function clearDevice(owners?: ReadonlySet<string>): Promise<void> {
  removeJournals()
  forgetStarted()
  // The store last: who finds it empty after this finds nothing at all.
  await removeArticles().catch(() => {})
  await emptyStore(owners).catch(() => {})
  if (!('BroadcastChannel' in globalThis)) return
  const channel = new BroadcastChannel(LEFT)
  channel.postMessage(null)
  channel.close()
}
