import { z } from 'zod'
import { LEVELS } from '#core'

/** How long articles are to read: up to 450 words, up to 600, or more. */
export const LENGTHS = ['short', 'medium', 'long'] as const
export type Length = (typeof LENGTHS)[number]

/** Words of the body at which the next length begins. */
export const LENGTH_BOUNDS: Readonly<Record<Length, readonly [from: number, below: number]>> = {
  short: [0, 450],
  medium: [450, 600],
  long: [600, 1_000_000],
}

/** How the library may be sorted; where something is searched for, the best match comes first unless asked otherwise. */
export const SORTS = ['newest', 'oldest', 'shortest', 'easiest'] as const
export type Sort = (typeof SORTS)[number]

/** PostgreSQL holds no NUL and no half characters. */
const text = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .refine((value) => !/\0|\p{Surrogate}/u.test(value))

/** What the library is asked for. A part that cannot be read is left out, as nobody types it by hand. */
export interface LibraryQuery {
  readonly q?: string | undefined
  readonly sector?: string | undefined
  readonly company?: string | undefined
  readonly concept?: string | undefined
  readonly level?: (typeof LEVELS)[number] | undefined
  readonly length?: Length | undefined
  readonly sort?: Sort | undefined
  /** Counts from 1. */
  readonly page?: number | undefined
}

const PARTS = {
  q: text(200),
  sector: text(80),
  company: text(120),
  concept: text(120),
  level: z.enum(LEVELS),
  length: z.enum(LENGTHS),
  sort: z.enum(SORTS),
  page: z.coerce.number().int().min(1).max(10_000),
} as const

/** Reads the query of an address, whoever wrote it. */
export function readQuery(asked: Readonly<Record<string, string | string[] | undefined>>): LibraryQuery {
  const query: Record<string, unknown> = {}
  for (const [name, schema] of Object.entries(PARTS)) {
    const { success, data } = schema.safeParse(asked[name])
    if (success) query[name] = data
  }
  return query
}
