import http from 'node:http'
import https from 'node:https'
import type { AddressInfo } from 'node:net'
import { makeCertificate } from './self-signed.ts'

/** A proxy that speaks TLS for a host name and hands everything on to an app that does not. */
export interface TlsProxy {
  /** Where it listens on loopback. */
  readonly port: number
  stop(): Promise<void>
}

/** Starts one in front of `target`, with the headers that docs/operating.md has nginx write, and no others. */
export async function startTlsProxy(host: string, target: string): Promise<TlsProxy> {
  const server = https.createServer(makeCertificate(host), (request, response) => {
    const { 'x-forwarded-port': _, connection: __, ...sent } = request.headers
    const [asked = ''] = (request.headers.host ?? '').split(':')
    const headers = {
      ...sent,
      host: asked,
      'x-forwarded-host': asked,
      'x-forwarded-proto': 'https',
      'x-forwarded-for': request.socket.remoteAddress ?? '',
      connection: 'close',
    }
    const { method } = request
    const onward = http.request(new URL(request.url ?? '/', target), { method, headers }, (reply) => {
      response.writeHead(reply.statusCode ?? 502, reply.headers)
      reply.pipe(response)
    })
    onward.on('error', () => response.writeHead(502).end())
    request.pipe(onward)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    async stop() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
