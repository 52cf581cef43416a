import type { Refusal } from '#server/refusal-view'
import { type Outcome, PATIENCE_MS, readOutcome } from '#ui/player/ask.ts'
import { createSender, type Landed } from '../bench/load.ts'

/** Asks as a page does, and notes what a reader would have seen. */
export interface Asking {
  ask<Reply>(path: string, body?: unknown, cookie?: string): Promise<Outcome<Reply> & Heard>
  /** Asks again and again, ever less often, until there is an answer that asking again will not change. */
  insist<Reply>(path: string, body?: unknown, cookie?: string): Promise<Insisted<Reply> & Heard>
  /** Does something after so many milliseconds, or when everybody is told to hurry; returns a way to call it off. */
  wait(work: () => void, milliseconds: number): () => void
  /** Everybody who waits tries at once: what broke is whole again. */
  hurry(): void
  /** What said nothing of coming back later, and should not have been said: a status and its words. */
  readonly errors: string[]
  /** How often somebody had to come back. */
  retries(): number
  close(): void
}

export interface Heard {
  readonly cookie: string | null
}

/** What is left once the network and the server are back. */
type Insisted<Reply> =
  | { readonly sort: 'done'; readonly reply: Reply }
  | { readonly sort: 'refused'; readonly error: Refusal; readonly message: string }

/** Statuses that say 'come back later': of ours 503 alone, of a proxy before it the others. */
const LATER = new Set([502, 503, 504])

/** Opens so many connections to an address at most. */
export function createAsking(url: string, connections: number): Asking {
  const sender = createSender(url, connections, PATIENCE_MS)
  const errors: string[] = []
  let retries = 0
  const waiting = new Set<() => void>()

  const asking: Asking = {
    errors,
    retries: () => retries,
    wait(work, milliseconds) {
      const callOff = () => {
        clearTimeout(timer)
        waiting.delete(go)
      }
      const go = () => {
        callOff()
        work()
      }
      const timer = setTimeout(go, milliseconds)
      waiting.add(go)
      return callOff
    },
    hurry() {
      for (const go of [...waiting]) go()
    },
    close: sender.close,
    async ask<Reply>(path: string, body?: unknown, cookie?: string) {
      const landed = await sender
        .send({ path, ...(body === undefined ? {} : { body }), ...(cookie ? { cookie } : {}) })
        .catch(() => null)
      const outcome = await read<Reply>(landed)
      if (landed && landed.status >= 500 && !LATER.has(landed.status))
        errors.push(`${path.split('/').at(-1)} gave ${landed.status}`)
      if (landed?.status === 503 && !(Number(landed.headers['retry-after']) > 0) && isOurs(landed))
        errors.push(`${path.split('/').at(-1)} gave 503 without Retry-After`)
      if (outcome.sort === 'later') retries++
      if (outcome.sort === 'later' && outcome.isSignedOut) errors.push('signed out')
      return { ...outcome, cookie: landed?.headers['set-cookie']?.[0]?.split(';')[0] ?? null }
    },
    async insist<Reply>(path: string, body?: unknown, cookie?: string) {
      for (let wait = 1_000; ; wait = Math.min(2 * wait, 30_000)) {
        const outcome = await asking.ask<Reply>(path, body, cookie)
        if (outcome.sort !== 'later') return outcome
        const pause = Math.max(wait, (outcome.afterSeconds ?? 0) * 1_000)
        await new Promise<void>((resolve) => asking.wait(resolve, pause))
      }
    },
  }
  return asking
}

const isOurs = ({ headers }: Landed): boolean =>
  headers['content-type']?.startsWith('application/json') ?? false

const read = async <Reply>(landed: Landed | null): Promise<Outcome<Reply>> =>
  landed === null
    ? { sort: 'later' }
    : readOutcome<Reply>({
        ok: landed.status >= 200 && landed.status < 300,
        status: landed.status,
        headers: { get: (name) => landed.headers[name.toLowerCase()]?.toString() ?? null },
        json: async () => JSON.parse(landed.text()),
      }).catch(() => ({ sort: 'later' as const }))
