import { subscribe } from 'node:diagnostics_channel'
import { pool } from '../db.ts'
import { digest } from '../digest.ts'
import { FAILURES, type Failure } from '../log.ts'

/** So many different ones are kept, the newest. */
const KEPT = 200

/** What waits to be written down, by its mark; one that happens again while it waits is counted. */
const waiting = new Map<string, { readonly failure: Failure; times: number }>()
const SOON = 1_000
let isSoon = false

/** Has the failures of this process written down from now on, for admins to see: each once, with how often and when it was last. */
export function keepFailures(): void {
  subscribe(FAILURES, (message) => {
    const failure = message as Failure
    const mark = digest([failure.deed, failure.name, failure.code ?? '', failure.places[0] ?? ''].join('\n'))
    const known = waiting.get(mark)
    if (known) known.times++
    else if (waiting.size < KEPT) waiting.set(mark, { failure, times: 1 })
    if (isSoon) return
    isSoon = true
    setTimeout(() => void writeFailures(), SOON).unref()
  })
}

/** Writes down those that wait. While the database is away they are lost here; the log has them. */
export async function writeFailures(): Promise<void> {
  isSoon = false
  const found = [...waiting]
  waiting.clear()
  try {
    for (const [mark, { failure, times }] of found)
      await pool().query(
        `INSERT INTO failure (mark, deed, name, code, place, times) VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (mark) DO UPDATE SET times = failure.times + $6, last_at = clock_timestamp()`,
        [mark, failure.deed, failure.name, failure.code ?? null, failure.places[0] ?? null, times],
      )
    await pool().query(
      `DELETE FROM failure WHERE mark IN (SELECT mark FROM failure ORDER BY last_at DESC OFFSET ${KEPT})`,
    )
  } catch {
    // Telling of it would come back here.
  }
}
