import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { SIGN_INS_REFUSED } from '../accounts/note-sign-in.ts'
import { SAVES, type Saved } from '../attempts/saves.ts'
import { pool } from '../db.ts'
import { IS_DUE } from '../jobs/due.ts'
import { meters } from './meters.ts'
import { groupOf } from './route-group.ts'

interface Exchange {
  readonly request: IncomingMessage
  readonly response: ServerResponse
}

/** Has what happens in this process counted from now on. Where nobody calls this, nothing is counted and nothing is paid. */
export function startMeters(): void {
  const { requests, saves, answers, signInsRefused } = meters()
  const begun = new WeakMap<IncomingMessage, number>()
  const observe = new Map<string, (seconds: number) => void>()
  const observerOf = (group: string, status: string) => {
    const key = `${group} ${status}`
    const known = observe.get(key)
    if (known) return known
    const child = requests.labels(group, status)
    const made = (seconds: number) => child.observe(seconds)
    observe.set(key, made)
    return made
  }
  subscribe('http.server.request.start', (message) => {
    begun.set((message as Exchange).request, performance.now())
  })
  subscribe('http.server.response.finish', (message) => {
    const { request, response } = message as Exchange
    const since = begun.get(request)
    if (since === undefined) return
    const status = `${Math.floor(response.statusCode / 100)}xx`
    observerOf(groupOf(request.url ?? ''), status)((performance.now() - since) / 1000)
  })
  subscribe(SAVES, (message) => {
    const { outcome, isFinal } = message as Saved
    saves.inc({ outcome })
    if (isFinal) answers.inc()
  })
  subscribe(SIGN_INS_REFUSED, (because) => signInsRefused.inc({ because: String(because) }))
}

interface StoreRow {
  readonly waiting: number
  readonly failed: number
  readonly oldest: number | null
  readonly backed_up: number | null
}

const STORE = {
  text: `SELECT count(*) FILTER (WHERE ${IS_DUE})::int AS waiting,
      count(*) FILTER (WHERE attempts >= max_attempts)::int AS failed,
      extract(epoch FROM now() - min(run_at) FILTER (WHERE ${IS_DUE}))::float8 AS oldest,
      (SELECT extract(epoch FROM max(at))::float8 FROM backup WHERE failure IS NULL) AS backed_up
    FROM graphile_worker.jobs`,
  // Whoever asks every few seconds does not wait for a database that is away.
  query_timeout: 2_000,
}

/** Everything that is counted, in Prometheus's text; also while the database is away. */
export async function tellMetrics(): Promise<{ readonly text: string; readonly type: string }> {
  const all = meters()
  const store = pool()
  all.connectionsUsed.set(store.totalCount - store.idleCount)
  all.connectionsWaiting.set(store.waitingCount)
  try {
    const { rows } = await store.query<StoreRow>(STORE)
    const [row] = rows
    all.jobsWaiting.set(row?.waiting ?? 0)
    all.jobsFailed.set(row?.failed ?? 0)
    all.oldestJob.set(row?.oldest ?? 0)
    all.lastBackup.set(row?.backed_up ?? 0)
    all.isStoreUp.set(1)
  } catch {
    all.isStoreUp.set(0)
  }
  return { text: await all.registry.metrics(), type: all.registry.contentType }
}
