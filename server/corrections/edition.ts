import { z } from 'zod'
import type { Edition } from '../content/store-edition.ts'

/** An edition as the store keeps it until it is published. */
const schema = z.object({
  v: z.literal(1),
  title: z.string(),
  date: z.string(),
  sector: z.string(),
  companies: z.array(z.string()),
  concepts: z.array(z.string()),
  sources: z.array(
    z.object({
      publisher: z.string(),
      title: z.string(),
      date: z.string().exactOptional(),
      address: z.string().exactOptional(),
    }),
  ),
  body: z.string(),
})

/** Throws when the column holds something else. */
export function readEdition(stored: unknown): Edition {
  const { v: _, ...edition } = schema.parse(stored)
  return edition
}

export const writeEdition = ({ title, date, sector, companies, concepts, sources, body }: Edition) =>
  ({ v: 1, title, date, sector, companies, concepts, sources, body }) as const
