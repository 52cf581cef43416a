import { z } from 'zod'
import { DEFAULT_WEIGHTS, isZone, type MemorySettings } from '#core'
import { pool } from '../db.ts'
import type { Outcome } from '../outcome.ts'
import type { Viewer } from '../viewer.ts'
import type { LearningView } from './view.ts'

/** How a person learns: what they have chosen, and what their own reviews have taught. */
export interface Learning extends LearningView {
  /** FSRS's, fitted to the person; empty where the usual ones serve. */
  readonly weights: readonly number[]
}

/** For whoever has not chosen. */
const DEFAULTS: Learning = { zone: 'UTC', cap: 20, retention: 0.9, fitted: null, weights: [] }

interface LearningRow extends Pick<Learning, 'zone' | 'cap' | 'retention' | 'weights'> {
  fitted_at: Date | null
  fitted_of: number | null
}

/** How a person wants to learn. */
export async function getLearning(personId: string | null): Promise<Learning> {
  if (personId === null) return DEFAULTS
  const { rows } = await pool().query<LearningRow>(
    'SELECT zone, cap, retention, weights, fitted_at, fitted_of FROM learning WHERE person_id = $1',
    [personId],
  )
  const row = rows[0]
  if (!row) return DEFAULTS
  const { fitted_at, fitted_of, ...learning } = row
  const isFitted = learning.weights.length > 0 && fitted_at !== null && fitted_of !== null
  return { ...learning, fitted: isFitted ? { at: fitted_at.toISOString(), reviews: fitted_of } : null }
}

/** What of it its person sees. */
export const showLearning = ({ zone, cap, retention, fitted }: Learning): LearningView => ({
  zone,
  cap,
  retention,
  fitted,
})

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
})

/** Sets it. Memories keep their due dates; the next reviews go by it. */
export async function updateLearning(
  { personId }: Viewer,
  { zone, cap, retention }: z.output<typeof learningSchema>,
): Promise<Outcome<{ readonly saved: true }>> {
  if (personId === null) return { refused: 'not-found' }
  await pool().query(
    `INSERT INTO learning (person_id, zone, cap, retention) VALUES ($1, $2, $3, $4)
     ON CONFLICT (person_id) DO UPDATE SET zone = $2, cap = $3, retention = $4`,
    [personId, zone, cap, retention],
  )
  return { done: { saved: true } }
}

export const zoneSchema = z.strictObject({ zone })

/** Takes a browser's zone for that of somebody who has not chosen one. */
export async function noteZone(personId: string, browserZone: string): Promise<void> {
  await pool().query(
    `INSERT INTO learning (person_id, zone, cap, retention) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`,
    [personId, browserZone, DEFAULTS.cap, DEFAULTS.retention],
  )
}
