import type { SaveBody, SaveReply } from '#server/attempts/view'
import type { Refusal } from '#server/refusal-view'
import type { Outcome } from './ask.ts'

/** Where unsent answers wait, so that they outlive the page and the browser (ui/offline/shelf.ts). */
export interface Shelf {
  /** What waits there, oldest first. */
  read(): Promise<readonly SaveBody[]>
  add(body: SaveBody): void
  remove(key: string): void
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

const isReplaced = (older: SaveBody, newer: SaveBody): boolean =>
  older.position === newer.position && !older.check

/**
 * Keeps answers until the server has acknowledged them, and sends them in order, one at a time, each under its own
 * key: one that was sent but not acknowledged goes out again under the same key and counts once. A newer answer to a
 * question takes the place of an older one that has not been sent, unless that one is a try: each try counts. Nothing
 * is sent before `open` has read what waited already.
 */
export function createOutbox({ shelf, send, wait, onSaved, onRefused, onChange }: OutboxDoors) {
  let queue: readonly SaveBody[] = []
  let isOpen = false
  let sending: SaveBody | null = null
  let running: Promise<void> | null = null
  let isStuck = false
  let isSignedOut = false
  let pause = FIRST_WAIT_MS
  let callOff: (() => void) | null = null

  const takeOut = (isDone: (body: SaveBody) => boolean) => {
    for (const { key } of queue.filter(isDone)) shelf.remove(key)
    queue = queue.filter((body) => !isDone(body))
  }

  /** Sends what waits, until nothing does or no server is found. */
  function flush(): Promise<void> {
    if (!isOpen || queue.length === 0) return Promise.resolve()
    running ??= sendAll()
    return running
  }

  async function sendAll(): Promise<void> {
    callOff?.()
    callOff = null
    try {
      for (let body = queue[0]; body; body = queue[0]) if (!(await sendOne(body))) return
    } finally {
      // In the same breath in which nothing is left: what is put down afterwards begins anew.
      running = null
    }
  }

  /** Sends an answer; false where no server was found, and it is tried again after a pause. */
  async function sendOne(body: SaveBody): Promise<boolean> {
    sending = body
    const outcome = await send(body)
    sending = null
    if (outcome.sort === 'later') {
      isStuck = true
      isSignedOut = outcome.isSignedOut ?? false
      const isOutdated = queue.some((other) => other !== body && isReplaced(body, other))
      if (isOutdated) takeOut((other) => other === body)
      callOff = wait(() => void flush(), Math.max(pause, (outcome.afterSeconds ?? 0) * 1000))
      pause = Math.min(pause * 2, LONGEST_WAIT_MS)
      onChange()
      return false
    }
    isStuck = false
    isSignedOut = false
    pause = FIRST_WAIT_MS
    takeOut(({ key }) => key === body.key)
    onChange()
    if (outcome.sort === 'done') onSaved(body, outcome.reply)
    else onRefused(body, outcome.error, outcome.message)
    return true
  }

  return {
    /** Takes in what waits on the shelf, before what was put down since; then sending may begin. */
    async open(): Promise<void> {
      const stored = await shelf.read().catch(() => [])
      const isEager = queue.length > 0
      queue = [...stored.filter(({ key }) => queue.every((body) => body.key !== key)), ...queue]
      isOpen = true
      onChange()
      if (isEager) void flush()
    },
    /** Stores an answer and begins to send. */
    put(body: SaveBody): void {
      takeOut((other) => other !== sending && isReplaced(other, body))
      queue = [...queue, body]
      shelf.add(body)
      onChange()
      void flush()
    },
    /** Tries at once, whatever the pause between tries: the network is back. Done when nothing waits any more, or no server was found. */
    retry(): Promise<void> {
      pause = FIRST_WAIT_MS
      return flush()
    },
    /** Answers not yet acknowledged, oldest first. */
    waiting: (): readonly SaveBody[] => queue,
    /** Whether the last try found no server. */
    isStuck: () => isStuck,
    /** Whether it found one that asks to sign in first; what waits is kept until then. */
    isSignedOut: () => isSignedOut,
  }
}
