import { z } from 'zod'
import {
  type Arrangement,
  type Banked,
  KINDS,
  type Kind,
  LEVELS,
  type Question,
  type QuestionOf,
} from '#core'
import type { PassageView } from '../attempts/view.ts'

/**
 * Questions, passages and arrangements as the database keeps them, each with the version `v` of its shape. They are
 * parsed when they are read; an old shape gets a parser of its own and stays readable for ever.
 */

const span = { start: z.int().min(0), end: z.int().min(0) }
const base = {
  id: z.string(),
  stem: z.string(),
  explanation: z.string(),
  facts: z.array(z.string()),
  evidence: z.array(z.object({ ...span, quote: z.string() })),
  hint: z.string().exactOptional(),
  needsArticle: z.boolean(),
}

const options = z.array(z.object({ text: z.string(), correct: z.boolean(), why: z.string() }))

/** One schema a kind; a new kind does not compile until it has one. */
const questionSchemas: { readonly [K in Kind]: z.ZodType<QuestionOf<K>> } = {
  choice: z.object({
    ...base,
    kind: z.literal('choice'),
    options,
    answer: z.string(),
  }),
  'multiple-response': z.object({
    ...base,
    kind: z.literal('multiple-response'),
    options,
    answer: z.array(z.string()),
  }),
  'true-false': z.object({
    ...base,
    kind: z.literal('true-false'),
    answer: z.boolean(),
    correction: z.string().exactOptional(),
  }),
  number: z.object({
    ...base,
    kind: z.literal('number'),
    answer: z.number(),
    unit: z.string(),
    tolerance: z.number(),
  }),
  cloze: z.object({
    ...base,
    kind: z.literal('cloze'),
    answer: z.string(),
    accepts: z.array(z.string()),
  }),
  ordering: z.object({
    ...base,
    kind: z.literal('ordering'),
    answer: z.array(z.string()),
    reasons: z.array(z.string()),
  }),
  matching: z.object({
    ...base,
    kind: z.literal('matching'),
    answer: z.array(z.tuple([z.string(), z.string()])),
    reasons: z.array(z.string()),
  }),
  estimate: z.object({
    ...base,
    kind: z.literal('estimate'),
    answer: z.number(),
    unit: z.string(),
    tolerance: z.number(),
    low: z.number(),
    high: z.number(),
  }),
}

const bodySchema = z.object({
  v: z.literal(1),
  question: z.object({ kind: z.string() }).loose(),
})

/** The question in a version's body. Throws when the column holds something else. */
export function readQuestion(stored: unknown): Question {
  const { question } = bodySchema.parse(stored)
  const schema = Object.hasOwn(questionSchemas, question.kind) ? questionSchemas[question.kind as Kind] : null
  if (!schema) throw new Error('a stored question is of a kind that this program does not know')
  return schema.parse(question)
}

/** A question as a version's body keeps it. */
export const writeQuestion = (question: Question) => ({ v: 1, question }) as const

/** A sentence that settles a question; the article's slug is added when it is shown. */
export type StoredPassage = Omit<PassageView, 'articleSlug'>

const passagesSchema = z.object({
  v: z.literal(1),
  passages: z.array(
    z.object({
      ...span,
      quote: z.string(),
      before: z.string(),
      after: z.string(),
      figures: z.array(z.object(span)),
    }),
  ),
})

/** The passages of a version; none of one that has no source. Throws when the column holds something else. */
export const readPassages = (stored: unknown): readonly StoredPassage[] =>
  passagesSchema.parse(stored).passages

export const writePassages = (passages: readonly StoredPassage[]) => ({ v: 1, passages }) as const

const arrangementSchema = z.object({
  v: z.literal(1),
  ids: z.array(z.string()),
  order: z.array(z.int().min(0)),
})

/** How an attempt shows a question. Throws when the column holds something else. */
export function readArrangement(stored: unknown): Arrangement {
  const { ids, order } = arrangementSchema.parse(stored)
  return { ids, order }
}

export const writeArrangement = ({ ids, order }: Arrangement) => ({ v: 1, ids, order }) as const

const amounts = z.array(
  z.object({ value: z.number(), high: z.number().exactOptional(), sort: z.string(), slack: z.number() }),
)

const bankedSchema = z.object({
  v: z.literal(1),
  banked: z.object({
    kind: z.enum(KINDS),
    stem: z.string(),
    facts: z.array(z.string()),
    needsArticle: z.boolean(),
    truth: z.boolean().nullable(),
    families: z.array(z.string()),
    opening: z.string(),
    sentence: z.int(),
    rank: z.object({ place: z.int(), of: z.int() }).nullable(),
    longest: z.object({ isKey: z.boolean(), of: z.int() }).nullable(),
    stemAmounts: amounts,
    keyWords: z.string(),
    keyAmounts: amounts,
    difficulty: z.object({ level: z.enum(LEVELS), score: z.number(), reason: z.string() }),
  }),
})

/** What the bank knows of a question. Throws when the column holds something else. */
export const readBanked = (stored: unknown): Banked => bankedSchema.parse(stored).banked

export const writeBanked = (banked: Banked) => ({ v: 1, banked }) as const
