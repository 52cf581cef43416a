import { AsyncLocalStorage } from 'node:async_hooks'
import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'

/** What a line of the log says of the request during which it was written. */
interface Asked {
  readonly id: string
  /** Where it comes from: never written down in clear. */
  readonly address: string
}

// One place in a process, however many copies of this module a bundler makes.
const place = Symbol.for('bellwether.asked')
const shared = globalThis as typeof globalThis & { [place]?: AsyncLocalStorage<Asked> }
shared[place] ??= new AsyncLocalStorage<Asked>()
const storage: AsyncLocalStorage<Asked> = shared[place]

/** The request that is being answered; undefined outside of one. */
export const asked = (): Asked | undefined => storage.getStore()

/** An id that a proxy may have given a request. */
const GIVEN = /^[\w-]{8,64}$/

/**
 * Gives a request the id under which the log knows it: the one of a proxy of our own (`isTrusted`), else a new one. The reply
 * tells it (x-request-id), so that whoever reports a fault can name it.
 */
export function beginRequest(request: IncomingMessage, reply: ServerResponse, isTrusted: boolean): void {
  const given = isTrusted ? request.headers['x-request-id'] : undefined
  const id = typeof given === 'string' && GIVEN.test(given) ? given : randomUUID()
  reply.setHeader('x-request-id', id)
  storage.enterWith({ id, address: lastHop(String(request.headers['x-forwarded-for'] ?? '')) })
}

/** The address next to us in `X-Forwarded-For`: what our own server wrote there, or the proxy before it; '' for none. */
export const lastHop = (forwarded: string): string => forwarded.split(',').at(-1)?.trim() ?? ''
