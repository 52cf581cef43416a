import type { IncomingMessage } from 'node:http'

/** What Node tells of a request before anybody reads it. */
interface Started {
  readonly request: IncomingMessage
}

/**
 * Runs once when a server starts, before its first request: unless a proxy of our own stands in front (TRUST_PROXY), what
 * a request says of where it comes from is replaced by the address its connection comes from. Guesses are counted by it.
 */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  await eraseHourly()
  if (process.env.TRUST_PROXY === '1' || process.env.TRUST_PROXY === 'true') return
  const { subscribe } = await import('node:diagnostics_channel')
  subscribe('http.server.request.start', (message) => {
    const { headers, socket } = (message as Started).request
    headers['x-forwarded-for'] = socket.remoteAddress ?? ''
  })
}

const HOUR_MS = 3_600_000

/** Erases the accounts whose time has come: now, and every hour. A database that is away is asked again an hour later. */
async function eraseHourly(): Promise<void> {
  const { eraseDue } = await import('#server/mine/erase')
  const work = () => void eraseDue().catch(() => {})
  work()
  setInterval(work, HOUR_MS).unref()
}
