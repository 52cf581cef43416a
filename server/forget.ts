import type { ForgetReply } from './attempts/view.ts'
import { pool } from './db.ts'
import { noGuest } from './guest.ts'
import type { Outcome } from './outcome.ts'
import type { Viewer } from './viewer.ts'

/**
 * Parts a guest from what they did: their words in flags are emptied and their browser's cookie is taken back, after
 * which nobody can ask for their attempts. The answers stay, without a person, for how many got a question right.
 */
export async function forgetGuest(viewer: Viewer): Promise<Outcome<ForgetReply>> {
  if (viewer.personId !== null) {
    await pool().query(`UPDATE flag SET reason = '' WHERE person_id = $1`, [viewer.personId])
    await pool().query('DELETE FROM notice WHERE person_id = $1', [viewer.personId])
  }
  return { done: { forgotten: true }, cookies: [noGuest()] }
}
