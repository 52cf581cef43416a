import { transaction } from '#server/db'

const TABLES = ['attempt', 'attempt_item', 'response']
const LOCK_NOT_AVAILABLE = '55P03'

/** Moves an attempt with its answers so many days back. */
export const moveBack = (attempt: string, days: number): Promise<void> =>
  moveBackMinutes(attempt, Math.trunc(days) * 1_440)

/**
 * Moves an attempt with its answers so many minutes back. The store forbids it to everyone; only here its guards look away,
 * while nobody else writes. It gives way to others and tries again, so that two never wait for each other.
 */
export async function moveBackMinutes(attempt: string, minutes: number): Promise<void> {
  for (let tries = 1; ; tries++)
    try {
      return await move(attempt, Math.trunc(minutes))
    } catch (error) {
      if ((error as { code?: string }).code !== LOCK_NOT_AVAILABLE || tries === 50) throw error
    }
}

const move = (attempt: string, minutes: number): Promise<void> =>
  transaction(async (client) => {
    await client.query("SET LOCAL lock_timeout = '200ms'")
    for (const table of TABLES) await client.query(`ALTER TABLE ${table} DISABLE TRIGGER ${table}_stays`)
    const back = `- make_interval(mins => ${minutes})`
    await client.query(
      `UPDATE attempt SET started_at = started_at ${back}, submitted_at = submitted_at ${back},
         told_at = told_at ${back} WHERE id = $1`,
      [attempt],
    )
    await client.query(`UPDATE attempt_item SET final_at = final_at ${back} WHERE attempt_id = $1`, [attempt])
    await client.query(`UPDATE response SET saved_at = saved_at ${back} WHERE attempt_id = $1`, [attempt])
    for (const table of TABLES) await client.query(`ALTER TABLE ${table} ENABLE TRIGGER ${table}_stays`)
  })
