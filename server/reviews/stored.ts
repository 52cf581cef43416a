import { z } from 'zod'
import type { Memory } from '#core'

const memorySchema = z.object({
  v: z.literal(1),
  due: z.iso.datetime(),
  stability: z.number(),
  difficulty: z.number(),
  interval: z.int(),
  reps: z.int(),
  lapses: z.int(),
  lastReview: z.iso.datetime().nullable(),
})

/** The memory that a review keeps so that it can be undone. Throws when the column holds something else. */
export function readMemory(stored: unknown): Memory {
  const { v: _, due, lastReview, ...numbers } = memorySchema.parse(stored)
  return { ...numbers, due: new Date(due), lastReview: lastReview === null ? null : new Date(lastReview) }
}

export const writeMemory = ({ due, lastReview, ...numbers }: Memory) =>
  ({ v: 1, ...numbers, due: due.toISOString(), lastReview: lastReview?.toISOString() ?? null }) as const

/** The columns of `memory` as the engine of memory takes them, for a query. */
export const MEMORY = `due, stability, difficulty, interval, reps, lapses, last_review AS "lastReview"`
