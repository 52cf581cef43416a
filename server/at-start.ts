import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage } from 'node:http'
import { parseEnv } from './env.ts'

/** What Node tells of a request before anybody reads it. */
interface Started {
  readonly request: IncomingMessage
}

/**
 * What a server does once, before its first request. Unless a proxy of our own stands in front (TRUST_PROXY), what a request says of where it comes from is replaced by the
 * address its connection comes from. Guesses are counted by it.
 */
export function atStart(): void {
  if (parseEnv(process.env).TRUST_PROXY) return
  subscribe('http.server.request.start', (message) => {
    const { headers, socket } = (message as Started).request
    headers['x-forwarded-for'] = socket.remoteAddress ?? ''
  })
}
