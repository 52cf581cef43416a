import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { pool } from './db.ts'

/** So many times in so many seconds. */
export interface Rate {
  readonly points: number
  readonly duration: number
}

// Named statements are not for a pooler that hands connections around.
const client = {
  query: ({ text, values }: { text: string; values: unknown[] }) => pool().query(text, values),
}

const limiters = new Map<string, RateLimiterPostgres>()

/** What counts one thing by key. Counts stand in the store, so that all nodes share them. */
export function counterOf(name: string, rate: Rate): RateLimiterPostgres {
  const known = limiters.get(name)
  if (known) return known
  const made = new RateLimiterPostgres({
    storeClient: client,
    storeType: 'client',
    tableName: 'rate_limit',
    tableCreated: true,
    keyPrefix: name,
    ...rate,
  })
  limiters.set(name, made)
  return made
}

/** Counts one more; null where that is within the rate, else the whole seconds until it may be tried again, at least one. */
export async function countOne(name: string, rate: Rate, key: string): Promise<number | null> {
  try {
    await counterOf(name, rate).consume(key)
    return null
  } catch (refused) {
    if (refused instanceof RateLimiterRes) return Math.max(1, Math.ceil(refused.msBeforeNext / 1_000))
    throw refused
  }
}
