import http, { type IncomingMessage } from 'node:http'
import { type Duplex, PassThrough, pipeline } from 'node:stream'
import zlib from 'node:zlib'
import { openChecked, type Peer } from './checked-socket.ts'

/** What Bellwether calls itself to others, and in their robots.txt. */
export const OWN_NAME = 'Bellwether'

/** Thrown where more bytes come than may. */
export class TooManyBytes extends Error {}

/** How a server replied. */
export interface Reply {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  /** The body, unpacked: at most `limit` bytes. Throws `TooManyBytes`, or what broke. */
  body(limit: number): Promise<Uint8Array>
  /** Lets go of a connection whose body nobody wants. */
  end(): void
}

/** How a body may be packed. */
const UNPACK = new Map<string, () => Duplex>([
  ['identity', () => new PassThrough()],
  ['gzip', () => zlib.createGunzip()],
  ['br', () => zlib.createBrotliDecompress()],
])

/** Asks a server for what stands at an address, once, on a connection of its own. Throws what `openChecked` does. */
export async function ask(peer: Peer): Promise<Reply> {
  const { url, signal } = peer
  const socket = await openChecked(peer)
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    http
      .request({
        // Over a socket of TLS this speaks https.
        createConnection: () => socket,
        path: `${url.pathname}${url.search}`,
        headers: {
          host: url.host,
          'user-agent': OWN_NAME,
          accept: '*/*',
          'accept-encoding': [...UNPACK.keys()].join(', '),
          connection: 'close',
        },
        signal,
      })
      .on('response', resolve)
      .on('error', reject)
      .end()
  })
  // One that fails after nobody reads it any more would end the process.
  response.on('error', () => {})
  return {
    status: response.statusCode ?? 0,
    headers: Object.fromEntries(
      Object.entries(response.headers).map(([name, value]) => [name, [value ?? ''].flat().join(', ')]),
    ),
    body: (limit) => readAll(response, limit, signal),
    end: () => void response.destroy(),
  }
}

async function readAll(response: IncomingMessage, limit: number, signal: AbortSignal): Promise<Uint8Array> {
  const unpack = UNPACK.get(response.headers['content-encoding']?.trim().toLowerCase() || 'identity')
  if (!unpack) {
    response.destroy()
    throw new Error('packed in a way that was not asked for')
  }
  // Where one of them fails the other is ended, and so is the loop below.
  const unpacked = pipeline(response, unpack(), () => {})
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of unpacked as AsyncIterable<Uint8Array>) {
    signal.throwIfAborted()
    length += chunk.length
    // What is said of the length beforehand says nothing of what comes out of a packed body.
    if (length > limit) throw new TooManyBytes()
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
