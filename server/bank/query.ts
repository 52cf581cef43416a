import { z } from 'zod'
import { KINDS, LEVELS } from '#core'
import { id, isStorable } from '../fields.ts'
import { wordField } from './tags.ts'
import { type BankQuery, MEASURED, USES } from './view.ts'

const text = (most: number) => z.string().trim().min(1).max(most).refine(isStorable)

const PARTS = {
  q: text(200),
  article: text(200),
  title: text(200),
  concept: text(120),
  kind: z.enum(KINDS),
  level: z.enum(LEVELS),
  measured: z.enum(MEASURED),
  used: z.enum(USES),
  tag: wordField,
  after: id,
} as const

/** Reads the query of an address, whoever wrote it. */
export function readBankQuery(asked: Readonly<Record<string, string | string[] | undefined>>): BankQuery {
  const query: Record<string, unknown> = {}
  for (const [name, schema] of Object.entries(PARTS)) {
    const { success, data } = schema.safeParse(asked[name])
    if (success) query[name] = data
  }
  return query
}
