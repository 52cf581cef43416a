import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A server of a test's own, on a free port of loopback. */
export interface Listening {
  readonly port: number
  /** Ends it and everything that is under way on it. */
  stop(): Promise<void>
}

export async function listen(server: Server): Promise<Listening> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    async stop() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
