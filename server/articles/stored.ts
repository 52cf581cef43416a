import { z } from 'zod'
import { type Block, FAMILIES, type Fact, STATUSES } from '#core'
import type { SourceView } from '../attempts/view.ts'

/** Blocks, sources and facts as the database keeps them, each with the version `v` of its shape; parsed when read. */

const span = { start: z.int().min(0), end: z.int().min(0) }
const figure = z.union([z.number(), z.tuple([z.number(), z.number()])])

const blocksSchema = z.object({
  v: z.literal(1),
  blocks: z.array(
    z.object({ ...span, kind: z.enum(['title', 'heading', 'paragraph', 'teaser', 'furniture']) }),
  ),
})

/** The blocks of a revision. Throws when the column holds something else. */
export const readBlocks = (stored: unknown): readonly Block[] => blocksSchema.parse(stored).blocks

export const writeBlocks = (blocks: readonly Block[]) =>
  ({ v: 1, blocks: blocks.map(({ kind, start, end }) => ({ kind, start, end })) }) as const

const sourcesSchema = z.object({
  v: z.literal(1),
  sources: z.array(
    z.object({
      publisher: z.string(),
      title: z.string(),
      date: z.string().exactOptional(),
      address: z.url({ protocol: /^https?$/ }).exactOptional(),
    }),
  ),
})

/** The sources of a revision. Throws when the column holds something else. */
export const readSources = (stored: unknown): readonly SourceView[] => sourcesSchema.parse(stored).sources

export const writeSources = (sources: readonly SourceView[]) => ({ v: 1, sources }) as const

const factSchema = z.object({
  v: z.literal(1),
  said: z.object({ label: z.string(), value: z.string() }),
  fact: z.object({
    id: z.string(),
    family: z.enum(FAMILIES),
    subject: z.string(),
    measure: z.string().exactOptional(),
    object: z.string().exactOptional(),
    value: figure.exactOptional(),
    unit: z.string().exactOptional(),
    direction: z.enum(['up', 'down']).exactOptional(),
    by: figure.exactOptional(),
    by_unit: z.string().exactOptional(),
    from: figure.exactOptional(),
    to: figure.exactOptional(),
    period: z.string().exactOptional(),
    status: z.enum(STATUSES),
    exactness: z.string().exactOptional(),
    evidence: z.array(z.object({ ...span, quote: z.string() })),
  }),
})

/** A fact as a reading found it, and as the margin says it. */
export interface StoredFact {
  readonly fact: Fact
  readonly said: { readonly label: string; readonly value: string }
}

/** A reading's fact. Throws when the column holds something else. */
export function readFact(stored: unknown): StoredFact {
  const { fact, said } = factSchema.parse(stored)
  return { fact, said }
}

export const writeFact = ({ fact, said }: StoredFact) => ({ v: 1, fact, said }) as const
