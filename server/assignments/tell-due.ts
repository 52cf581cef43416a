import type pg from 'pg'
import { pool } from '../db.ts'

/** Tells what came of attempts that may be told by now (tell_attempts in the migrations), of one assignment or of all. Says of how many. */
export async function tellDue(
  client: Pick<pg.ClientBase, 'query'> | null = null,
  assignment: string | null = null,
): Promise<number> {
  const { rows } = await (client ?? pool()).query<{ told: number }>('SELECT tell_attempts($1) AS told', [
    assignment,
  ])
  return rows[0]?.told ?? 0
}
