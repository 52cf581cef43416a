import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage } from 'node:http'
import { parseEnv } from './env.ts'
import { eraseDue } from './mine/erase.ts'
import { rateEveryone } from './practice/rate.ts'

/** What Node tells of a request before anybody reads it. */
interface Started {
  readonly request: IncomingMessage
}

const HOUR_MS = 3_600_000
const MINUTE_MS = 60_000

/** What a server does once, before its first request. */
export function atStart(): void {
  tellWhereRequestsComeFrom()
  eraseHourly()
  rateByTheMinute()
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

/** Erases the accounts whose time has come: now, and every hour. A database that is away is asked again an hour later. */
function eraseHourly(): void {
  const work = () => void eraseDue().catch(() => {})
  work()
  setInterval(work, HOUR_MS).unref()
}

/** Lets the answers of the last minute tell how hard their questions are. One round ends before the next begins. */
function rateByTheMinute(): void {
  const work = () =>
    void rateEveryone()
      .catch(() => {})
      .then(() => setTimeout(work, MINUTE_MS).unref())
  setTimeout(work, MINUTE_MS).unref()
}
