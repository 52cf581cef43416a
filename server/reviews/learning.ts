import { z } from 'zod'
import { DEFAULT_WEIGHTS, GOALS, isZone, type MemorySettings } from '#core'
import { pool } from '../db.ts'
import type { Outcome } from '../outcome.ts'
import type { Viewer } from '../viewer.ts'
import type { LearningView } from './view.ts'

/** How a person learns: what they have chosen, and what their own reviews have taught. */
export interface Learning extends LearningView {
  /** FSRS's, fitted to the person; empty where the usual ones serve. */
  readonly weights: readonly number[]
}

/** For whoever has not chosen; the store's own defaults are the same. */
export const DEFAULT_LEARNING: Learning = {
  zone: 'UTC',
  cap: 20,
  retention: 0.9,
  hasStreak: true,
  seesOthers: false,
  goal: null,
  restDays: [0, 6],
  fitted: null,
  weights: [],
}

interface LearningRow extends Omit<Learning, 'fitted'> {
  fitted_at: Date | null
  fitted_of: number | null
}

/** How a person wants to learn. */
export async function getLearning(personId: string | null): Promise<Learning> {
  if (personId === null) return DEFAULT_LEARNING
  const { rows } = await pool().query<LearningRow>(
    `SELECT zone, cap, retention, has_streak AS "hasStreak", sees_others AS "seesOthers", goal, rest_days AS "restDays", weights, fitted_at, fitted_of
     FROM learning WHERE person_id = $1`,
    [personId],
  )
  const row = rows[0]
  if (!row) return DEFAULT_LEARNING
  const { fitted_at, fitted_of, ...learning } = row
  const isFitted = learning.weights.length > 0 && fitted_at !== null && fitted_of !== null
  return { ...learning, fitted: isFitted ? { at: fitted_at.toISOString(), reviews: fitted_of } : null }
}

/** What of it its person sees. */
export const showLearning = ({ weights: _, ...chosen }: Learning): LearningView => chosen

/** What of it concerns memories. */
export const memorySettings = ({ zone, retention, weights }: Learning): MemorySettings => ({
  zone,
  retention,
  weights: weights.length === 0 ? DEFAULT_WEIGHTS : weights,
})

const zone = z.string().max(60).refine(isZone)

export const learningSchema = z.strictObject({
  zone,
  cap: z.coerce.number().int().min(1).max(200),
  /** Above 0.9 whole days are too coarse to keep what is promised (decision record 16). */
  retention: z.coerce.number().min(0.7).max(0.92),
  hasStreak: z.boolean(),
  seesOthers: z.boolean(),
  goal: z.literal(GOALS).nullable(),
  /** 0 for Sunday. */
  restDays: z.array(z.int().min(0).max(6)).max(7),
})

/** Sets it. Memories keep their due dates; the next reviews go by it. */
export async function updateLearning(
  { personId }: Viewer,
  learning: z.output<typeof learningSchema>,
): Promise<Outcome<{ readonly saved: true }>> {
  if (personId === null) return { refused: 'not-found' }
  const { zone, cap, retention, hasStreak, seesOthers, goal } = learning
  const restDays = [...new Set(learning.restDays)].sort()
  await pool().query(
    `INSERT INTO learning (person_id, zone, cap, retention, has_streak, sees_others, goal, rest_days)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
     ON CONFLICT (person_id) DO UPDATE
     SET zone = $2, cap = $3, retention = $4, has_streak = $5, sees_others = $6, goal = $7, rest_days = $8`,
    [personId, zone, cap, retention, hasStreak, seesOthers, goal, restDays],
  )
  return { done: { saved: true } }
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
