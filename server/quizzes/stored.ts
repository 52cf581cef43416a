import { z } from 'zod'
import { LENGTHS, type Limits } from '#core'
import type { PracticeBody } from '../practice/view.ts'
import { limitsSchema, topic } from './limits.ts'

/** What a set over several articles was drawn with. */
export interface MixedSettings {
  readonly count: number
  readonly seed: string
  readonly limits: Limits
  /** The UTC day whose quiz it is, `YYYY-MM-DD`. */
  readonly day?: string
  /** Whether it is somebody's daily review. */
  readonly isReview?: boolean
  /** Of adaptive practice, which chooses its questions one by one: how long, and about what. The set itself is empty. */
  readonly practice?: PracticeBody
  /** What its teacher calls it. */
  readonly title?: string
}

/** What a practice is drawn with, as it comes in and as it is stored. */
export const practiceSchema = z
  .strictObject({
    minutes: z.literal(LENGTHS),
    sector: topic.exactOptional(),
    concept: topic.exactOptional(),
  })
  .refine(({ sector, concept }) => sector === undefined || concept === undefined)

const mixedSchema = z.object({
  v: z.literal(1),
  count: z.int(),
  seed: z.string(),
  limits: limitsSchema,
  day: z.iso.date().exactOptional(),
  isReview: z.boolean().exactOptional(),
  practice: practiceSchema.exactOptional(),
  title: z.string().exactOptional(),
})

/** The settings of a set over several articles. Throws when the column holds something else. */
export function readMixedSettings(stored: unknown): MixedSettings {
  const { v: _, ...settings } = mixedSchema.parse(stored)
  return settings
}

export const writeMixedSettings = (settings: MixedSettings) => ({ v: 1, ...settings }) as const
