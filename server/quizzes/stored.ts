import { z } from 'zod'
import type { Limits } from '#core'
import { limitsSchema } from './limits.ts'

/** What a set over several articles was drawn with. */
export interface MixedSettings {
  readonly count: number
  readonly seed: string
  readonly limits: Limits
}

const mixedSchema = z.object({ v: z.literal(1), count: z.int(), seed: z.string(), limits: limitsSchema })

/** The settings of a set over several articles. Throws when the column holds something else. */
export function readMixedSettings(stored: unknown): MixedSettings {
  const { count, seed, limits } = mixedSchema.parse(stored)
  return { count, seed, limits }
}

export const writeMixedSettings = ({ count, seed, limits }: MixedSettings) =>
  ({ v: 1, count, seed, limits }) as const
