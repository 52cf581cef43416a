import { z } from 'zod'
import { CONFIDENCES, LONGEST_ANSWER, MOST_TRIES } from '#core'
import { id, isStorable } from '../fields.ts'
import { limitsSchema } from '../quizzes/limits.ts'
import { practiceSchema } from '../quizzes/stored.ts'
import { browserZone } from '../reviews/learning.ts'
import { MODES } from './view.ts'

/** What the routes of attempts take. An id in the address that is no UUID names nothing. */

/** PostgreSQL's `integer`. */
const INTEGER_LIMIT = 2_147_483_647
const ANSWER_LIMIT = 500

const storable = z.string().max(ANSWER_LIMIT).refine(isStorable)

/** No question has this many parts. */
const PARTS_LIMIT = 32

/** An answer of any kind's shape, as a body carries it; whether it answers the question at hand is for that question to say. */
export const answerField = z.union([
  storable,
  z.number(),
  z.boolean(),
  z.array(storable).max(PARTS_LIMIT),
  z.array(z.tuple([storable, storable])).max(PARTS_LIMIT),
  z.null(),
])

const start = {
  mode: z.enum(MODES),
  key: id,
  anew: z.boolean().optional(),
  tries: z.int().min(1).max(MOST_TRIES).optional(),
  zone: browserZone,
}
const mixed = z.strictObject({ seed: id, limits: limitsSchema })

export const startSchema = z
  .union([
    z.strictObject({ ...start, set: id }),
    z.strictObject({ ...start, mixed }),
    z.strictObject({ ...start, mode: z.literal('practice'), practice: practiceSchema }),
    z.strictObject({ assignment: id, key: id, word: storable.optional(), zone: browserZone }),
  ])
  .refine((body) => !('mode' in body) || body.mode === 'practice' || (body.tries ?? 1) === 1)

/** `after` is the position of the question before, so that the same request twice brings one question. */
export const nextSchema = z.strictObject({ id, after: z.int().min(1).max(999) })

export const attemptSchema = z.strictObject({ id })

export const saveSchema = z.strictObject({
  id,
  position: z.int().min(1).max(1_000),
  sequence: z.int().min(1).max(INTEGER_LIMIT),
  key: id,
  answer: answerField,
  confidence: z.enum(CONFIDENCES).exactOptional(),
  seconds: z.int().min(0).max(LONGEST_ANSWER).exactOptional(),
  check: z.boolean(),
})

export const sourceSchema = z.strictObject({
  id,
  position: z.coerce.number().int().min(1).max(1_000),
})
