import { setTimeout as sleep } from 'node:timers/promises'
import type pg from 'pg'
import { isStoreAway, pool, type Replica, replica } from './db.ts'

/** What can be asked something. */
export interface Reader {
  query<Row extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<pg.QueryResult<Row>>
}

/** For how many milliseconds a look at the replica is believed: what is read may be twice as old. */
const BELIEVED = 5_000
/** How many milliseconds a report waits for the replica, and between two looks. */
const PATIENCE = 500
const STEP = 20

const REACHED = 'SELECT pg_is_in_recovery() AND pg_last_wal_replay_lsn() >= $1::pg_lsn AS reached'

/**
 * Where to read what may be some seconds old, such as the library: the replica where there is one that keeps up, else the
 * database. A replica that goes away in the middle of a question costs that reader nothing but time.
 */
export function reading(): Reader {
  const copy = replica()
  if (copy === null) return pool()
  if (performance.now() - copy.lookedAt > BELIEVED) void look(copy)
  return copy.isFresh ? fromCopy(copy) : pool()
}

/** Where to read much that must not be older than this moment, such as a report: the replica once it has come so far, else the database. */
export async function readingNow(): Promise<Reader> {
  const copy = replica()
  return copy !== null && (await hasReached(copy, await logEnd())) ? fromCopy(copy) : pool()
}

const fromCopy = (copy: Replica): Reader => ({
  async query<Row extends pg.QueryResultRow>(text: string, values?: unknown[]) {
    try {
      return await copy.pool.query<Row>(text, values)
    } catch (error) {
      if (!isStoreAway(error)) throw error
      copy.isFresh = false
      return pool().query<Row>(text, values)
    }
  },
})

/** How far the database's own log has come. */
async function logEnd(): Promise<string> {
  const { rows } = await pool().query<{ end: string }>('SELECT pg_current_wal_lsn()::text AS "end"')
  return (rows as [{ end: string }])[0].end
}

/** Looks whether the replica has come at least as far as the database had at the look before. */
async function look(copy: Replica): Promise<void> {
  copy.lookedAt = performance.now()
  try {
    const end = await logEnd()
    copy.isFresh = await reaches(copy, copy.passed ?? end)
    copy.passed = end
  } catch {
    copy.isFresh = false
  }
}

async function hasReached(copy: Replica, end: string): Promise<boolean> {
  try {
    for (const until = performance.now() + PATIENCE; performance.now() < until; await sleep(STEP))
      if (await reaches(copy, end)) return true
  } catch {
    copy.isFresh = false
  }
  return false
}

async function reaches(copy: Replica, end: string): Promise<boolean> {
  const { rows } = await copy.pool.query<{ reached: boolean }>(REACHED, [end])
  return rows[0]?.reached ?? false
}
