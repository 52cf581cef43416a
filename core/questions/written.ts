import { z } from 'zod'
import type { Written, WrittenOf } from './by-hand.ts'
import type { Kind } from './question.ts'

/** What a person may write of a question, kind by kind; the checker says whether it makes sense. */

/** Whether a store can hold it: NUL and half characters are none. */
const isStorable = (text: string): boolean => !/\0|\p{Surrogate}/u.test(text)

/** A text as it is kept: on one line, with one space between words. */
export const oneLine = (text: string): string => text.trim().replace(/\s+/g, ' ')

const line = (most: number, least = 0) =>
  z.string().transform(oneLine).pipe(z.string().min(least).max(most).refine(isStorable))
const answer = line(300)
const figure = z.number().min(-1e18).max(1e18)
const offset = z.int().min(0).max(5_000_000)
/** A stretch of an article's text. */
export const stretchField = z.strictObject({ start: offset, end: offset })

const base = {
  stem: line(600),
  explanation: line(1000),
  hint: line(300, 1).exactOptional(),
  evidence: z.array(stretchField).max(10),
}
const options = z.array(z.strictObject({ text: answer, correct: z.boolean(), why: line(500) })).max(8)
const reasons = z.array(line(500)).max(10)

/** One schema a kind; a new kind does not compile until it has one. */
export const writtenSchemas: { readonly [K in Kind]: z.ZodType<WrittenOf<K>> } = {
  choice: z.strictObject({ ...base, kind: z.literal('choice'), options }),
  'multiple-response': z.strictObject({ ...base, kind: z.literal('multiple-response'), options }),
  'true-false': z.strictObject({
    ...base,
    kind: z.literal('true-false'),
    answer: z.boolean(),
    correction: line(600, 1).exactOptional(),
  }),
  number: z.strictObject({
    ...base,
    kind: z.literal('number'),
    answer: figure,
    unit: line(60),
    tolerance: figure.min(0),
  }),
  cloze: z.strictObject({ ...base, kind: z.literal('cloze'), answer, accepts: z.array(answer).max(20) }),
  ordering: z.strictObject({
    ...base,
    kind: z.literal('ordering'),
    answer: z.array(answer).max(10),
    reasons,
  }),
  matching: z.strictObject({
    ...base,
    kind: z.literal('matching'),
    answer: z.array(z.tuple([answer, answer])).max(10),
    reasons,
  }),
  estimate: z.strictObject({
    ...base,
    kind: z.literal('estimate'),
    answer: figure,
    unit: line(60),
    tolerance: figure.min(0),
    low: figure,
    high: figure,
  }),
}

/** A question as a person writes it. */
export const writtenSchema = z.union(Object.values(writtenSchemas) as readonly z.ZodType<Written>[])
