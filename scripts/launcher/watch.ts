import http from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { logWarning } from '../../server/log.ts'
import type { Child } from './child.ts'
import type { Closing } from './closing.ts'

/** How long the first page may take, in milliseconds. */
const FIRST_PAGE = 120_000
/** How long it may fail before that is believed: an app that starts while hundreds of people are asking may have no connection to spare. */
const FAILING = 30_000

/** Resolves when the app answers its first page; throws when it ends, says nothing, or goes on failing for `failing` milliseconds. */
export async function waitForPage(url: string, app: Pick<Child, 'ended'>, failing = FAILING): Promise<void> {
  let over = false
  void app.ended.then(() => {
    over = true
  })
  let failedFirst: number | null = null
  for (const end = Date.now() + FIRST_PAGE; Date.now() < end; await sleep(50)) {
    if (over) throw new Error('The app ended before it served a page; it says why above.')
    const status = await askFor(url)
    if (status === null) continue
    if (status < 500) return
    failedFirst ??= Date.now()
    if (Date.now() - failedFirst >= failing)
      throw new Error(`The first page failed with status ${status}; the app says why above.`)
  }
  throw new Error('The app did not serve a page in two minutes.')
}

/** How long one reply may take, in milliseconds. */
const ONE_REPLY = 10_000

/** The status of a page, read to its end; null where none came. Not by `fetch`, whose limits of time are lost when memory is collected. */
const askFor = (url: string): Promise<number | null> =>
  new Promise((resolve) => {
    const request = http.get(url, { agent: false }, (reply) => {
      reply.resume().once('end', () => resolve(reply.statusCode ?? null))
    })
    const impatient = setTimeout(() => request.destroy(), ONE_REPLY)
    request.on('error', () => {})
    request.once('close', () => {
      clearTimeout(impatient)
      resolve(null)
    })
  })

/** A program that ran shorter than this, in milliseconds, has not recovered; so often in a row is enough. */
const SHORT_RUN = 10_000
const SHORT_RUNS = 5

/**
 * Starts a program again whenever it ends unasked, at once; after five short runs in a row everything is closed and
 * the process ends with 1. Returns at once.
 */
export function keepRunning(
  name: string,
  ended: () => Promise<unknown>,
  restart: () => Promise<void>,
  closing: Closing,
): void {
  const watch = async () => {
    for (let short = 0; ; ) {
      const began = performance.now()
      await ended()
      if (closing.begun) return
      short = performance.now() - began < SHORT_RUN ? short + 1 : 0
      if (short === SHORT_RUNS) throw new Error(`${name} keeps ending.`)
      logWarning('restart', { program: name })
      console.error(`${name} ended unasked; starting it again.`)
      await restart()
    }
  }
  watch().catch(async (error) => {
    console.error(error instanceof Error ? error.message : error)
    await closing.run()
    process.exit(1)
  })
}
