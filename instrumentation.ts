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
  if (process.env.TRUST_PROXY === '1' || process.env.TRUST_PROXY === 'true') return
  const { subscribe } = await import('node:diagnostics_channel')
  subscribe('http.server.request.start', (message) => {
    const { headers, socket } = (message as Started).request
    headers['x-forwarded-for'] = socket.remoteAddress ?? ''
  })
}
