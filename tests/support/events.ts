import { expect } from 'vitest'
import { GET } from '../../app/api/classes/[id]/quizzes/[assignment]/watch/route.ts'
import { HOST } from './site.ts'

/** A stream of events that somebody has opened, and what has come of it so far. */
export interface Events {
  readonly status: number
  readonly headers: Headers
  /** Everything sent so far. */
  text(): string
  /** How many events have come. */
  count(): number
  /** Waits for one more event than there were; fails after ten seconds. */
  next(before: number): Promise<void>
  /** Waits for the server to end it. */
  ended(): Promise<void>
  close(): Promise<void>
}

/** Opens the stream of an assignment as the owner of these cookies. */
export async function openEvents(
  place: { readonly class: string; readonly assignment: string },
  cookie: string,
): Promise<Events> {
  const request = new Request(`http://${HOST}/`, { headers: { host: HOST, cookie } })
  const params = Promise.resolve({ id: place.class, assignment: place.assignment })
  const response = await GET(request, { params })
  const reader = response.body?.getReader()
  const decoder = new TextDecoder()
  let text = ''
  let isOver = false
  void (async () => {
    for (;;) {
      const part = await reader?.read()
      if (!part || part.done) break
      text += decoder.decode(part.value, { stream: true })
    }
    isOver = true
  })()
  const count = () => text.split('\n').filter((line) => line.startsWith('data: ')).length
  const patience = { timeout: 15_000, interval: 20 }
  return {
    status: response.status,
    headers: response.headers,
    text: () => text,
    count,
    next: (before) => expect.poll(count, patience).toBeGreaterThan(before),
    ended: () => expect.poll(() => isOver, patience).toBe(true),
    close: async () => reader?.cancel(),
  }
}
