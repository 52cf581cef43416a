import { z } from 'zod'
import { CONFIDENCES, type SetSums } from '#core'

const count = z.int().min(0)
const part = z.number().min(0)
const moments = z.object({ count, mean: z.number(), squares: part })
const third = z.object({ people: part, marks: part })
const sure = z.object({ answers: count, right: count })
const NOBODY = { answers: 0, right: 0 }

/** Nothing is said of a question that nobody was asked: its sums are those of nobody. */
const itemSchema = z.object({
  people: count.default(0),
  blanks: count,
  right: count.default(0),
  marks: part.default(0),
  isAllOrNothing: z.boolean().default(true),
  restPairs: z
    .object({
      count,
      meanX: z.number(),
      meanY: z.number(),
      squaresX: part,
      squaresY: part,
      products: z.number(),
    })
    .default({ count: 0, meanX: 0, meanY: 0, squaresX: 0, squaresY: 0, products: 0 }),
  complete: moments.default({ count: 0, mean: 0, squares: 0 }),
  upper: third.default({ people: 0, marks: 0 }),
  lower: third.default({ people: 0, marks: 0 }),
  options: z.array(z.object({ people: count, withRest: count, rests: part, upper: part, lower: part })),
  seconds: z.array(z.tuple([z.number(), count])),
  confidence: z
    .partialRecord(z.enum(CONFIDENCES), sure)
    .transform((said) => ({ guess: NOBODY, 'fairly-sure': NOBODY, certain: NOBODY, ...said })),
})

const sumsSchema = z.object({
  scores: z.array(z.object({ score: z.number(), people: count })),
  complete: moments,
  items: z.array(itemSchema),
})

/** The sums as the database has reckoned them (sums-query.ts). Throws when they have another shape. */
export const readSums = (found: unknown): SetSums => sumsSchema.parse(found)
