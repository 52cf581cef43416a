import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { PrismaClient } from '../prisma/generated/client.ts'
import { env } from './env.ts'

/** How long a request may wait for a connection, and a statement for its end, before it is told to come back. */
const CONNECT_WITHIN = 5_000
/** A replica has a database behind it that can be asked instead. */
const REPLICA_WITHIN = 500
const STATEMENT_WITHIN = 15_000

type Store = { pool?: pg.Pool; prisma?: PrismaClient; replica?: Replica }

/** A copy of the database that follows it, and how far it was seen to have come. */
export interface Replica {
  readonly pool: pg.Pool
  /** How far the database's own log had come when the replica was last looked at; null before the first look. */
  passed: string | null
  /** Whether it had come as far as that by then. */
  isFresh: boolean
  /** When, by the clock of `performance`. */
  lookedAt: number
}

// One store in a process, however many copies of this module a bundler makes.
const place = Symbol.for('bellwether.store')
const shared = globalThis as typeof globalThis & { [place]?: Store }
shared[place] ??= {}
const store: Store = shared[place]

/** The pool of this process, made at the first query and never during `next build`. For SQL by hand. */
export function pool(): pg.Pool {
  store.pool ??= openPool(env().DATABASE_URL, CONNECT_WITHIN)
  return store.pool
}

/** The replica to read from, or null where there is none. */
export function replica(): Replica | null {
  const { DATABASE_REPLICA_URL: url } = env()
  if (url === undefined) return null
  store.replica ??= {
    pool: openPool(url, REPLICA_WITHIN),
    passed: null,
    isFresh: false,
    lookedAt: Number.NEGATIVE_INFINITY,
  }
  return store.replica
}

function openPool(url: string, connectWithin: number): pg.Pool {
  const made = new pg.Pool({
    connectionString: url,
    max: env().DATABASE_CONNECTIONS,
    connectionTimeoutMillis: connectWithin,
    statement_timeout: STATEMENT_WITHIN,
    application_name: 'bellwether',
  })
  // A connection that dies while idle (the database was restarted) is dropped by the pool; nobody waits for it.
  made.on('error', () => {})
  // One that dies between two statements of a transaction fails at the next of them; unheard, it would end the process.
  made.on('connect', (client) => client.on('error', () => {}))
  return made
}

/** Prisma over the same pool. */
export function prisma(): PrismaClient {
  store.prisma ??= new PrismaClient({ adapter: new PrismaPg(pool()) })
  return store.prisma
}

/**
 * A statement that the server keeps planned from the first time on, where nothing stands between (a transaction pooler
 * hands connections around, and what one of them has prepared is not known to the next).
 */
export function prepared(name: string, text: string, values: unknown[]): pg.QueryConfig {
  const { DATABASE_URL, DATABASE_DIRECT_URL } = env()
  return DATABASE_URL === DATABASE_DIRECT_URL ? { name, text, values } : { text, values }
}

/** Ends every connection; the next query makes new ones. For scripts and tests. */
export async function closeStore(): Promise<void> {
  const { pool: opened, prisma: client, replica: followed } = store
  delete store.pool
  delete store.prisma
  delete store.replica
  await client?.$disconnect()
  for (const each of [opened, followed?.pool]) if (each && !each.ended) await each.end()
}

/** What time it is: the database's, which alone counts. */
export async function storeTime(): Promise<Date> {
  const { rows } = await pool().query<{ now: Date }>('SELECT clock_timestamp() AS now')
  return (rows as [{ now: Date }])[0].now
}

/** Runs `work` in one transaction on one connection: committed when it returns, undone when it throws. */
export async function transaction<Result>(work: (client: pg.PoolClient) => Promise<Result>): Promise<Result> {
  const client = await pool().connect()
  let broken: Error | undefined
  try {
    await client.query('BEGIN')
    const result = await work(client)
    await client.query('COMMIT')
    return result
  } catch (error) {
    await client.query('ROLLBACK').catch((failure: Error) => {
      broken = failure
    })
    throw error
  } finally {
    client.release(broken)
  }
}

/** Thrown to undo what was only tried. */
class Tried extends Error {}

/** Runs `work` in the transaction that `run` opens, and undoes it: what it gives is what it would have done. Where `run` gives something without doing the work, so does this. */
export async function undone<Given extends readonly unknown[], Result>(
  run: (work: (...given: Given) => Promise<Result>) => Promise<Result>,
  work: (...given: Given) => Promise<Result>,
): Promise<Result> {
  const results: Result[] = []
  try {
    return await run(async (...given) => {
      results.push(await work(...given))
      throw new Tried('only tried')
    })
  } catch (error) {
    if (!(error instanceof Tried)) throw error
    return results[0] as Result
  }
}

/** The same in one transaction on one connection. */
export const tryOut = <Result>(work: (client: pg.PoolClient) => Promise<Result>): Promise<Result> =>
  undone(transaction<Result>, work)

/** SQLSTATE classes and codes that mean 'come back later': connection, resources, shutdown, timeouts, deadlock. */
const PASSING = /^(?:08|53|57P|58)|^(?:57014|55P03|40001|40P01|XX000)$/
const NETWORK = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
])
const PRISMA_AWAY = new Set(['P1001', 'P1002', 'P1008', 'P1017', 'P2024', 'P2034', 'P2037'])
/** node-postgres gives these no code. */
const AWAY_WORDS =
  /^(?:Connection terminated|timeout exceeded when trying to connect|Query read timeout|Client has encountered a connection error|Client was closed)/

/** Whether a failure is the database being away, full or overworked, rather than a mistake of ours. */
export function isStoreAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { code } = error as Error & { code?: unknown }
  const known = typeof code === 'string' && (PASSING.test(code) || NETWORK.has(code) || PRISMA_AWAY.has(code))
  if (known || AWAY_WORDS.test(error.message)) return true
  if (error instanceof AggregateError) return error.errors.some(isStoreAway)
  return error.name === 'PrismaClientInitializationError' || isStoreAway(error.cause)
}
