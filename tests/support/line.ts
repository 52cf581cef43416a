import http from 'node:http'
import type { AddressInfo } from 'node:net'

/**
 * A line between browsers and an app, which can be cut: what a browser that is told to be offline still lets through
 * depends on its version and on the worker that stands between.
 */
export interface Line {
  /** The app's address through it, with a slash at the end. */
  readonly url: string
  /** From now on nothing gets through, or, with a part of addresses, nothing whose address has it in it. */
  cut(part?: string): void
  /** Everything gets through again. */
  mend(): void
  stop(): Promise<void>
}

/** Lays a line to the app at `target`, on a port of its own of this machine. */
export async function layLine(target: string): Promise<Line> {
  let barred: string | null = null
  const server = http.createServer((request, response) => {
    if (barred !== null && request.url?.includes(barred)) {
      request.socket.destroy()
      return
    }
    const { method, headers } = request
    const onward = http.request(new URL(request.url ?? '/', target), { method, headers }, (reply) => {
      response.writeHead(reply.statusCode ?? 502, reply.headers)
      reply.pipe(response)
    })
    onward.on('error', () => request.socket.destroy())
    request.pipe(onward)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}/`,
    cut(part = '') {
      barred = part
    },
    mend() {
      barred = null
    },
    async stop() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
