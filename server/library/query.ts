import { z } from 'zod'
import { LEVELS } from '#core'
import { isStorable } from '../fields.ts'
import { LENGTHS, type Length, type LibraryQuery, SORTS } from './view.ts'

/** Words of the body at which the next length begins. */
export const LENGTH_BOUNDS: Readonly<Record<Length, readonly [from: number, below: number]>> = {
  short: [0, 450],
  medium: [450, 600],
  long: [600, 1_000_000],
}

const text = (most: number) => z.string().trim().min(1).max(most).refine(isStorable)

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
