import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { beginRequest } from './asked.ts'
import { parseEnv } from './env.ts'
import { startSeeing } from './health/start.ts'

/** What Node tells of a request before anybody reads it. */
interface Started {
  readonly request: IncomingMessage
  readonly response: ServerResponse
}

/**
 * What a server does once, before its first request. Unless a proxy of our own stands in front (TRUST_PROXY), what a
 * request says of where it comes from is replaced by the address its connection comes from. Guesses are counted by it.
 */
export async function atStart(): Promise<void> {
  const { TRUST_PROXY } = parseEnv(process.env)
  subscribe('http.server.request.start', (message) => {
    const { request, response } = message as Started
    if (!TRUST_PROXY) request.headers['x-forwarded-for'] = request.socket.remoteAddress ?? ''
    beginRequest(request, response, TRUST_PROXY)
  })
  await startSeeing()
}
