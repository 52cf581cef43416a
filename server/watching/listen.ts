import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { env } from '../env.ts'

/** What is done over a connection that listens. */
interface Listening {
  /** Whether there is still somebody to listen for; asked before every wait. */
  readonly isWanted: () => boolean
  /** Once it listens, anew after every loss: from now on nothing is missed. */
  readonly onReady: (client: pg.ClientBase) => Promise<void>
  /** Now and then while it listens; a connection over which this fails is given up. */
  readonly onBeat: (client: pg.ClientBase) => Promise<void>
  readonly onTold: (payload: string) => void
}

/** Milliseconds between two beats: by them a connection that has died in silence is found out. */
const BEAT = 10_000
/** How long a beat may take. */
const PATIENCE = 10_000
/** The wait after a loss; doubled each time, up to the longest. */
const FIRST_WAIT = 250
const LONGEST_WAIT = 5_000

/**
 * Listens on a channel as long as it is wanted, over one connection of its own that goes to the server itself (what pools
 * connections hands no notices on), and again after every loss. Resolves when nobody wants it any more; never throws.
 */
export async function listenWhileWanted(channel: string, listening: Listening): Promise<void> {
  let wait = FIRST_WAIT
  while (listening.isWanted()) {
    const wasReady = await listenOnce(channel, listening).catch(() => false)
    if (!listening.isWanted()) return
    wait = wasReady ? FIRST_WAIT : Math.min(LONGEST_WAIT, wait * 2)
    await sleep(wait)
  }
}

/** One connection, to its end. Says whether it came to listen. */
async function listenOnce(
  channel: string,
  { isWanted, onReady, onBeat, onTold }: Listening,
): Promise<boolean> {
  const client = new pg.Client({
    connectionString: env().DATABASE_DIRECT_URL,
    application_name: 'bellwether-watching',
    connectionTimeoutMillis: PATIENCE,
    query_timeout: PATIENCE,
    keepAlive: true,
  })
  const lost = new AbortController()
  client.on('error', () => lost.abort())
  client.on('end', () => lost.abort())
  client.on('notification', ({ payload = '' }) => onTold(payload))
  let isReady = false
  try {
    await client.connect()
    await client.query(`LISTEN ${client.escapeIdentifier(channel)}`)
    await onReady(client)
    isReady = true
    while (isWanted()) {
      await sleep(BEAT, undefined, { signal: lost.signal })
      await onBeat(client)
    }
    return isReady
  } catch {
    return isReady
  } finally {
    client.end().catch(() => {})
  }
}
