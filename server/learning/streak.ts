import { MOST_SECONDS, type Streak, streakOf } from '#core'
import { COUNTING } from '../attempts/counting.ts'
import { pool, storeTime } from '../db.ts'
import { getLearning } from '../reviews/learning.ts'
import type { LearningView } from '../reviews/view.ts'
import type { Viewer } from '../viewer.ts'
import type { StreakView, TodayLearned } from './view.ts'

/**
 * When somebody was learning, in seconds a quarter of an hour: final answers, blanks that were not even tried left out,
 * by the moment they were stored. In every zone there is a day begins on a quarter of an hour, so that the person's own
 * days can be made of these, and a reader of ten thousand answers is told by a few hundred rows.
 */
const SPELLS = `
  SELECT date_bin('15 minutes', last.saved_at, 'epoch') AS at,
    sum(least(coalesce(last.seconds, 0), ${MOST_SECONDS}))::int AS seconds
  FROM attempt a JOIN attempt_item i ON i.attempt_id = a.id ${COUNTING}
  WHERE a.person_id = $1 AND i.final_at IS NOT NULL AND (last.answer <> 'null'::jsonb OR t.used IS NOT NULL)
  GROUP BY 1`

interface Reckoned {
  readonly streak: Streak
  readonly learning: LearningView
}

/** Reckoned afresh from the stored answers; null where it is switched off, or nothing has been answered yet. */
async function reckon({ personId }: Viewer): Promise<Reckoned | null> {
  if (personId === null) return null
  const learning = await getLearning(personId)
  const { hasStreak, goal, zone } = learning
  if (!hasStreak) return null
  const { rows } = await pool().query<{ at: Date; seconds: number }>(SPELLS, [personId])
  if (rows.length === 0) return null
  const restDays = new Set(learning.restDays)
  return { streak: streakOf(rows, await storeTime(), { goal, restDays, zone }), learning }
}

const tellToday = ({ streak: { today, current, rests }, learning: { goal } }: Reckoned): TodayLearned => ({
  minutes: today.minutes,
  goal,
  isRest: today.isRest,
  current,
  rests,
})

/** What the viewer's own day has come to; null for whoever has it off or has not begun. */
export async function getToday(viewer: Viewer): Promise<TodayLearned | null> {
  const reckoned = await reckon(viewer)
  return reckoned && tellToday(reckoned)
}

/** The same, with the weeks before it. */
export async function getStreak(viewer: Viewer): Promise<StreakView | null> {
  const reckoned = await reckon(viewer)
  if (!reckoned) return null
  const { longest, days } = reckoned.streak
  return { today: tellToday(reckoned), longest, days, zone: reckoned.learning.zone }
}
