import { z } from 'zod'
import { DEFAULT_WEIGHTS, GOALS, isZone, type MemorySettings } from '#core'
import { pool } from '../db.ts'
import type { Outcome } from '../outcome.ts'
import type { Viewer } from '../viewer.ts'
import type { LearningView } from './view.ts'

/** For whoever has not chosen; the store's own defaults are the same. */
export const DEFAULT_LEARNING: LearningView = {
  zone: 'UTC',
  cap: 20,
  retention: 0.9,
  hasStreak: true,
  goal: null,
  restDays: [0, 6],
}

/** How a person wants to learn. */
export async function getLearning(personId: string | null): Promise<LearningView> {
  if (personId === null) return DEFAULT_LEARNING
  const { rows } = await pool().query<LearningView>(
    `SELECT zone, cap, retention, has_streak AS "hasStreak", goal, rest_days AS "restDays"
     FROM learning WHERE person_id = $1`,
    [personId],
  )
  return rows[0] ?? DEFAULT_LEARNING
}

/** What of it concerns memories. */
export const memorySettings = ({ zone, retention }: LearningView): MemorySettings => ({
  zone,
  retention,
  weights: DEFAULT_WEIGHTS,
})

const zone = z.string().max(60).refine(isZone)

export const learningSchema = z.strictObject({
  zone,
  cap: z.coerce.number().int().min(1).max(200),
  /** Above 0.9 whole days are too coarse to keep what is promised (decision record 16). */
  retention: z.coerce.number().min(0.7).max(0.92),
  hasStreak: z.boolean(),
  goal: z.literal(GOALS).nullable(),
  /** 0 for Sunday. */
  restDays: z.array(z.int().min(0).max(6)).max(7),
})

/** Sets it. Memories keep their due dates; the next reviews go by it. */
export async function updateLearning(
  { personId }: Viewer,
  learning: z.output<typeof learningSchema>,
): Promise<Outcome<LearningView>> {
  if (personId === null) return { refused: 'not-found' }
  const { zone, cap, retention, hasStreak, goal } = learning
  const restDays = [...new Set(learning.restDays)].sort()
  await pool().query(
    `INSERT INTO learning (person_id, zone, cap, retention, has_streak, goal, rest_days)
     VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT (person_id) DO UPDATE
     SET zone = $2, cap = $3, retention = $4, has_streak = $5, goal = $6, rest_days = $7`,
    [personId, zone, cap, retention, hasStreak, goal, restDays],
  )
  return { done: { ...learning, restDays } }
}

export const zoneSchema = z.strictObject({ zone })

/** A zone that came along unasked: one that nobody here knows is left out, and refuses nothing. */
export const browserZone = zone.optional().catch(undefined)

/** Takes a browser's zone for that of somebody who has not chosen one. */
export async function noteZone(personId: string, zone: string): Promise<void> {
  const { cap, retention } = DEFAULT_LEARNING
  await pool().query(
    `INSERT INTO learning (person_id, zone, cap, retention) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`,
    [personId, zone, cap, retention],
  )
}
