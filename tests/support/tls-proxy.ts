import https from 'node:https'
import { handOn } from './hand-on.ts'
import { type Listening, listen } from './listen.ts'
import { makeCertificate } from './self-signed.ts'

/**
 * Starts a proxy that speaks TLS for a host name and hands everything on to an app at `target` that does not, with the
 * headers that docs/operating.md has nginx write, and no others.
 */
export async function startTlsProxy(host: string, target: string): Promise<Listening> {
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
    handOn(request, response, target, headers, () => response.writeHead(502).end())
  })
  return listen(server)
}
