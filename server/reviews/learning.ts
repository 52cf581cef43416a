import { z } from 'zod'
import { DEFAULT_WEIGHTS, isZone, type MemorySettings } from '#core'
import { pool } from '../db.ts'
import type { Outcome } from '../outcome.ts'
import type { Viewer } from '../viewer.ts'
import type { LearningView } from './view.ts'

/** For whoever has not chosen. */
const DEFAULTS: LearningView = { zone: 'UTC', cap: 20, retention: 0.9 }

/** How a person wants to learn. */
export async function getLearning(personId: string | null): Promise<LearningView> {
  if (personId === null) return DEFAULTS
  const { rows } = await pool().query<LearningView>(
    'SELECT zone, cap, retention FROM learning WHERE person_id = $1',
    [personId],
  )
  return rows[0] ?? DEFAULTS
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
})

/** Sets it. Memories keep their due dates; the next reviews go by it. */
export async function updateLearning(
  { personId }: Viewer,
  { zone, cap, retention }: z.output<typeof learningSchema>,
): Promise<Outcome<LearningView>> {
  if (personId === null) return { refused: 'not-found' }
  await pool().query(
    `INSERT INTO learning (person_id, zone, cap, retention) VALUES ($1, $2, $3, $4)
     ON CONFLICT (person_id) DO UPDATE SET zone = $2, cap = $3, retention = $4`,
    [personId, zone, cap, retention],
  )
  return { done: { zone, cap, retention } }
}

export const zoneSchema = z.strictObject({ zone })

/** Takes a browser's zone for that of somebody who has not chosen one. */
export async function noteZone(personId: string, browserZone: string): Promise<void> {
  await pool().query(
    `INSERT INTO learning (person_id, zone, cap, retention) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`,
    [personId, browserZone, DEFAULTS.cap, DEFAULTS.retention],
  )
}
