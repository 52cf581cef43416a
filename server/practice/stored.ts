import { z } from 'zod'
import type { WhyView } from './view.ts'

const whySchema = z.object({
  v: z.literal(1),
  why: z.discriminatedUnion('sort', [
    z.object({ sort: z.literal('due') }),
    z.object({ sort: z.literal('long-ago'), at: z.iso.datetime() }),
    z.object({ sort: z.literal('missed'), at: z.iso.datetime() }),
    z.object({ sort: z.literal('weak-subject'), subject: z.string() }),
    z.object({ sort: z.literal('new') }),
  ]),
})

/** Why a question was chosen; null of one that belongs to a set. Throws when the column holds something else. */
export const readWhy = (stored: unknown): WhyView | null =>
  stored === null ? null : whySchema.parse(stored).why

export const writeWhy = (why: WhyView) => ({ v: 1, why }) as const
