import type { SaveBody, SaveReply } from '#server/attempts/view'
import type { Refusal } from '#server/refusal-view'
import type { Outcome } from './ask.ts'

/** Where unsent answers wait; `localStorage` in the browser, so that they outlive the page. */
export interface Shelf {
  read(): string | null
  write(text: string | null): void
}

export interface OutboxDoors {
  readonly shelf: Shelf
  readonly send: (body: SaveBody) => Promise<Outcome<SaveReply>>
  /** Runs `work` after so many milliseconds; returns a way to call it off. */
  readonly wait: (work: () => void, milliseconds: number) => () => void
  readonly onSaved: (body: SaveBody, reply: SaveReply) => void
  readonly onRefused: (body: SaveBody, error: Refusal, message: string) => void
  /** Called whenever what waits, or whether it is stuck, has changed. */
  readonly onChange: () => void
}

const FIRST_WAIT_MS = 1_000
const LONGEST_WAIT_MS = 30_000

const readShelf = (shelf: Shelf): SaveBody[] => {
  try {
    const stored: unknown = JSON.parse(shelf.read() ?? '[]')
    return Array.isArray(stored) ? (stored as SaveBody[]) : []
  } catch {
    return []
  }
}

/**
 * Keeps answers until the server has acknowledged them, and sends them in order, one at a time, each under its own
 * key: one that was sent but not acknowledged goes out again under the same key and counts once. A newer answer to a
 * question takes the place of an older one that has not been sent.
 */
export function createOutbox({ shelf, send, wait, onSaved, onRefused, onChange }: OutboxDoors) {
  let queue: readonly SaveBody[] = readShelf(shelf)
  let sending: SaveBody | null = null
  let isStuck = false
  let isSignedOut = false
  let pause = FIRST_WAIT_MS
  let callOff: (() => void) | null = null

  const keep = (next: readonly SaveBody[]) => {
    queue = next
    shelf.write(queue.length === 0 ? null : JSON.stringify(queue))
    onChange()
  }

  async function flush(): Promise<void> {
    if (sending) return
    callOff?.()
    callOff = null
    for (let body = queue[0]; body; body = queue[0]) {
      sending = body
      const outcome = await send(body)
      sending = null
      if (outcome.sort === 'later') {
        isStuck = true
        isSignedOut = outcome.isSignedOut ?? false
        const { position } = body
        const isOutdated = queue.some((other) => other !== body && other.position === position)
        if (isOutdated) keep(queue.filter((other) => other !== body))
        callOff = wait(() => void flush(), Math.max(pause, (outcome.afterSeconds ?? 0) * 1000))
        pause = Math.min(pause * 2, LONGEST_WAIT_MS)
        onChange()
        return
      }
      isStuck = false
      isSignedOut = false
      pause = FIRST_WAIT_MS
      const done = body
      keep(queue.filter(({ key }) => key !== done.key))
      if (outcome.sort === 'done') onSaved(done, outcome.reply)
      else onRefused(done, outcome.error, outcome.message)
    }
  }

  return {
    /** Stores an answer and begins to send. */
    put(body: SaveBody): void {
      keep([...queue.filter((other) => other === sending || other.position !== body.position), body])
      void flush()
    },
    /** Tries at once, whatever the pause between tries: the network is back. */
    retry(): void {
      pause = FIRST_WAIT_MS
      void flush()
    },
    /** Answers not yet acknowledged, oldest first. */
    waiting: (): readonly SaveBody[] => queue,
    /** Whether the last try found no server. */
    isStuck: () => isStuck,
    /** Whether it found one that asks to sign in first; what waits is kept until then. */
    isSignedOut: () => isSignedOut,
  }
}
