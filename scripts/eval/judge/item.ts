import { z } from 'zod'
import type { Said } from '../said.ts'
import { FAULT_NAMES } from './faults.ts'

/** Where the engine's own questions come from. */
export const OWN = 'bellwether'

/** A question that can be put on a sheet, and who made it. */
export interface Candidate {
  readonly file: string
  readonly origin: string
  readonly said: Said
}

const saidSchema = z.object({
  stem: z.string(),
  kind: z.string(),
  told: z.string(),
  options: z.array(z.string()).readonly(),
  key: z.string(),
}) satisfies z.ZodType<Said>

const itemSchema = z.object({
  /** As the sheet and the answers name it: '07-3' is the third on sheet 7. */
  id: z.string(),
  file: z.string(),
  origin: z.string(),
  /** What was planted in it; absent in a question as it was made. */
  fault: z.enum(FAULT_NAMES).optional(),
  said: saidSchema,
})

/** A question on a sheet, with what the sheet hides. */
export type Item = z.infer<typeof itemSchema>

/** The key of a pile of sheets. */
export const keySchema = z.object({ items: z.array(itemSchema) })
