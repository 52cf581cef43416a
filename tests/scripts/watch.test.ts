import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { waitForPage } from '../../scripts/launcher/watch.ts'

let server: http.Server | null = null
afterEach(() => void server?.close())

/** The address of an app whose replies have these statuses, the last one for ever. */
async function serve(...statuses: number[]): Promise<string> {
  let asked = 0
  server = http.createServer((_, reply) => {
    reply.statusCode = statuses[Math.min(asked++, statuses.length - 1)] ?? 200
    reply.end('.')
  })
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

type Ended = Parameters<typeof waitForPage>[1]
const running: Ended = { ended: new Promise(() => {}) }

describe('waiting for the first page', () => {
  it('goes on where it fails while many are asking, and then does not', async () => {
    await expect(waitForPage(await serve(500, 500, 200), running)).resolves.toBeUndefined()
  })

  it('ends where it goes on failing', async () => {
    await expect(waitForPage(await serve(500), running, 200)).rejects.toThrow(/failed with status 500/)
  })

  it('ends where the app does', async () => {
    const over: Ended = { ended: Promise.resolve(1) as never }
    await expect(waitForPage(await serve(500), over)).rejects.toThrow(/ended before it served/)
  })
})
