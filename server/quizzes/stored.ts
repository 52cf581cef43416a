import { z } from 'zod'
import type { Limits } from '#core'
import { limitsSchema } from './limits.ts'

/** What a set over several articles was drawn with. */
export interface MixedSettings {
  readonly count: number
  readonly seed: string
  readonly limits: Limits
  /** The UTC day whose quiz it is, `YYYY-MM-DD`. */
  readonly day?: string
  /** Whether it is somebody's daily review. */
  readonly isReview?: boolean
}

const mixedSchema = z.object({
  v: z.literal(1),
  count: z.int(),
  seed: z.string(),
  limits: limitsSchema,
  day: z.iso.date().exactOptional(),
  isReview: z.boolean().exactOptional(),
})

/** The settings of a set over several articles. Throws when the column holds something else. */
export function readMixedSettings(stored: unknown): MixedSettings {
  const { v: _, ...settings } = mixedSchema.parse(stored)
  return settings
}

export const writeMixedSettings = (settings: MixedSettings) => ({ v: 1, ...settings }) as const
