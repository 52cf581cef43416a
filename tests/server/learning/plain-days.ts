import { pool } from '#server/db'

/**
 * The days of one person once more, from the raw rows and by the plainest sums: each answer by the clock on the wall of
 * its zone, and days counted by stepping back from today. Nothing here is the program's own.
 */

interface RawAnswer {
  readonly saved: string
  readonly answer: unknown
  readonly seconds: number | null
  readonly tried: boolean
}

const rawAnswers = async (person: string): Promise<RawAnswer[]> => {
  const { rows } = await pool().query<{ responses: (RawAnswer & { sequence: number })[] }>(
    `SELECT json_agg(json_build_object('sequence', r.sequence, 'saved', r.saved_at, 'answer', r.answer,
       'seconds', r.seconds, 'tried', r.tried IS NOT NULL)) AS responses
     FROM response r JOIN attempt a ON a.id = r.attempt_id
     JOIN attempt_item i ON i.attempt_id = r.attempt_id AND i.position = r.position
     WHERE a.person_id = $1 AND i.final_at IS NOT NULL GROUP BY r.attempt_id, r.position`,
    [person],
  )
  return rows.flatMap(({ responses }) => {
    const last = responses.reduce((a, b) => (a.sequence > b.sequence ? a : b))
    const tried = responses.some((each) => each.tried)
    return last.answer === null && !tried ? [] : [{ ...last, tried }]
  })
}

const dayIn = (zone: string, at: Date): string => at.toLocaleDateString('sv-SE', { timeZone: zone })
const before = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T12:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10)
const weekday = (day: string): number => new Date(`${day}T12:00:00Z`).getUTCDay()

/** Minutes of each day on which something was answered. */
export async function plainMinutes(person: string, zone: string): Promise<Map<string, number>> {
  const seconds = new Map<string, number>()
  for (const { saved, seconds: took } of await rawAnswers(person)) {
    const day = dayIn(zone, new Date(saved))
    seconds.set(day, (seconds.get(day) ?? 0) + Math.min(took ?? 0, 180))
  }
  return new Map([...seconds].map(([day, sum]) => [day, sum / 60]))
}

interface Wishes {
  readonly zone: string
  readonly goal: number | null
  readonly restDays: readonly number[]
}

/** How many days in a row count up to `now`, and how many rest days lie unused between and behind them. */
export async function plainRow(
  person: string,
  now: Date,
  { zone, goal, restDays }: Wishes,
): Promise<{ current: number; rests: number }> {
  const minutes = await plainMinutes(person, zone)
  const counts = (day: string) => minutes.has(day) && (minutes.get(day) ?? 0) >= (goal ?? 0)
  const today = dayIn(zone, now)
  let [current, rests, unused] = [counts(today) ? 1 : 0, 0, 0]
  for (let back = 1; back < 1_000; back++) {
    const day = before(today, back)
    if (counts(day)) {
      current++
      rests += unused
      unused = 0
    } else if (restDays.includes(weekday(day))) unused++
    else break
  }
  return { current, rests }
}
