import { endAttempt } from '../attempts/submit.ts'
import { pool } from '../db.ts'
import type { Outcome } from '../outcome.ts'
import { asGuest, type Viewer } from '../viewer.ts'
import { type AssignmentId, asAssigner } from './assign.ts'
import { countMissed } from './missed.ts'
import { tellDue } from './tell-due.ts'

/** Attempts taken in at a time. */
const AT_ONCE = 500

/** Takes in an attempt whose time is over, as if it had been handed in when its last answer was saved. */
export const collectAttempt = (personId: string, attempt: string): Promise<boolean> =>
  endAttempt(asGuest(personId), attempt, true)

interface DueRow {
  id: string
  person_id: string
}

/** Takes in every attempt whose time is over, tells what may be told by now, and counts what was missed. May be called by any node as often as it likes. */
export async function collectDue(): Promise<void> {
  const { rows } = await pool().query<DueRow>(
    `SELECT t.id, t.person_id FROM attempt t CROSS JOIN LATERAL own_terms(t.assignment_id, t.person_id, t.started_at) own
     WHERE t.assignment_id IS NOT NULL AND t.submitted_at IS NULL AND own.taken_until < clock_timestamp()
     ORDER BY t.id LIMIT ${AT_ONCE}`,
  )
  for (const { id, person_id } of rows) await collectAttempt(person_id, id)
  await tellDue()
  await countMissed()
}

/** Takes in what is under way of an assignment of the viewer's, of everybody. Says how many. */
export async function collectAll(
  viewer: Viewer,
  { assignment }: AssignmentId,
): Promise<Outcome<{ readonly collected: number }>> {
  const due = await asAssigner<readonly DueRow[]>(viewer, assignment, async (client) => {
    const { rows } = await client.query<DueRow>(
      'SELECT id, person_id FROM attempt WHERE assignment_id = $1 AND submitted_at IS NULL ORDER BY id',
      [assignment],
    )
    return { done: rows }
  })
  if ('refused' in due) return due
  for (const { id, person_id } of due.done) await collectAttempt(person_id, id)
  return { done: { collected: due.done.length } }
}
