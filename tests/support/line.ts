import http from 'node:http'
import { handOn } from './hand-on.ts'
import { listen } from './listen.ts'

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
    handOn(request, response, target, request.headers, () => request.socket.destroy())
  })
  const { port, stop } = await listen(server)
  return {
    url: `http://localhost:${port}/`,
    stop,
    cut(part = '') {
      barred = part
    },
    mend() {
      barred = null
    },
  }
}
