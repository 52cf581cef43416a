import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage } from 'node:http'
import { parseEnv } from './env.ts'
import { logFailure } from './log.ts'
import { eraseAgain, eraseDue } from './mine/erase.ts'

/** What Node tells of a request before anybody reads it. */
interface Started {
  readonly request: IncomingMessage
}

const HOUR_MS = 3_600_000

/** What a server does once, before its first request. */
export function atStart(): void {
  tellWhereRequestsComeFrom()
  eraseHourly()
}

/**
 * Unless a proxy of our own stands in front (TRUST_PROXY), what a request says of where it comes from is replaced by the
 * address its connection comes from. Guesses are counted by it.
 */
function tellWhereRequestsComeFrom(): void {
  if (parseEnv(process.env).TRUST_PROXY) return
  subscribe('http.server.request.start', (message) => {
    const { headers, socket } = (message as Started).request
    headers['x-forwarded-for'] = socket.remoteAddress ?? ''
  })
}

/**
 * Erases whom a restored database has brought back, and the accounts whose time has come: now, and every hour. What fails
 * is tried again an hour later.
 */
function eraseHourly(): void {
  const work = () =>
    void eraseAgain()
      .then(eraseDue)
      .catch((error) => logFailure('erase', error))
  work()
  setInterval(work, HOUR_MS).unref()
}
