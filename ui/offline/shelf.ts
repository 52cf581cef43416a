import type { SaveBody } from '#server/attempts/view'
import type { Shelf } from '#ui/player/outbox.ts'
import { noteInJournal, readJournal, strikeFromJournal } from './journal.ts'
import { isAnythingKept } from './kept-mark.ts'
import { openKept } from './open-kept.ts'
import { sendWhenBack } from './when-back.ts'

/** The handing-in of an attempt, among what waits. */
export const handInKey = (attempt: string): string => `hand-in ${attempt}`

/**
 * Where the answers of one attempt wait: the browser's database, and on the way there the journal. Both fail in silence,
 * as the queue in memory still holds the answers. `owner` tells whose they are, once that is known.
 */
export const createShelf = (attempt: string, owner: () => string | null): Shelf => ({
  async read() {
    const stored = isAnythingKept() ? await listStored(attempt).catch(() => []) : []
    const bodies = stored.flatMap(({ body }) => (body === null ? [] : [body]))
    const known = new Set(bodies.map(({ key }) => key))
    return [...bodies, ...readJournal(attempt).filter(({ key }) => !known.has(key))]
  },
  add(body) {
    noteInJournal(attempt, body, owner())
    void store(attempt, owner(), body)
  },
  remove(key) {
    strikeFromJournal(attempt, key)
    void openKept()
      .then(({ removeWaiting }) => removeWaiting(key))
      .catch(() => {})
  },
})

const listStored = async (attempt: string) => (await openKept()).listWaiting(attempt)

/** Moves an answer from the journal into the database, where it can be sent without its page. */
async function store(attempt: string, owner: string | null, body: SaveBody): Promise<void> {
  if (owner === null) return
  try {
    const { addWaiting } = await openKept()
    await addWaiting({ key: body.key, attempt, owner, body })
    strikeFromJournal(attempt, body.key)
    await sendWhenBack()
  } catch {
    // It stays in the journal.
  }
}
