import type pg from 'pg'
import { type JobInput, type JobName, WAITS_FOR } from './inputs.ts'

/** How often a job is tried, each time after a longer while: over about a day in all. */
const TRIES = 13

/**
 * Has a job done soon, on any node, once the transaction of `store` is committed. A job that waits under the same `key`
 * is replaced by this one.
 */
export async function addJob<Name extends JobName>(
  store: Pick<pg.ClientBase, 'query'>,
  name: Name,
  input: JobInput<Name>,
  key: string | null = null,
): Promise<void> {
  const { [name]: other } = WAITS_FOR
  await store.query(
    'SELECT graphile_worker.add_job($1, $2::json, max_attempts => $3, job_key => $4, flags => $5::text[])',
    [name, JSON.stringify(input), TRIES, key, other === undefined ? null : [other]],
  )
}
