import net from 'node:net'

/** What becomes of somebody who connects to a service: nobody listens, nobody answers, the answer is rubbish, or all is well. */
export const WAYS = ['refused', 'hanging', 'rubbish'] as const
type Way = (typeof WAYS)[number] | 'well'

/** A service that can break. */
export interface Breakable {
  /** `127.0.0.1:port` */
  readonly host: string
  /** How it is from now on, for those who are connected as well. */
  be(way: Way): Promise<void>
  stop(): Promise<void>
}

const RUBBISH = Buffer.from(`${'\u0000\u0007%$ <<<>>> '.repeat(500)}\r\n\r\n`)

/** Puts a service at a port of its own; where all is well it is the one at `behind`. */
export async function startBreakable(behind?: string): Promise<Breakable> {
  let way: Way = 'well'
  const sockets = new Set<net.Socket>()
  const server = net.createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => {}).on('close', () => sockets.delete(socket))
    if (way === 'rubbish') socket.end(RUBBISH)
    else if (way === 'well' && behind !== undefined) handOn(socket, behind)
    else if (way === 'well') socket.destroy()
  })
  const listen = (port: number) =>
    new Promise<void>((resolve, reject) =>
      server.once('error', reject).listen(port, '127.0.0.1', () => resolve()),
    )
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve())
      for (const socket of sockets) socket.destroy()
    })
  await listen(0)
  const { port } = server.address() as net.AddressInfo
  return {
    host: `127.0.0.1:${port}`,
    async be(next) {
      way = next
      for (const socket of sockets) socket.destroy()
      if (next === 'refused' && server.listening) await close()
      else if (next !== 'refused' && !server.listening) await listen(port)
    },
    stop: () => (server.listening ? close() : Promise.resolve()),
  }
}

function handOn(socket: net.Socket, behind: string): void {
  const { hostname, port } = new URL(behind)
  const there = net.connect(Number(port), hostname)
  there.on('error', () => socket.destroy())
  socket.on('close', () => there.destroy())
  socket.pipe(there).pipe(socket)
}
