import type { Prisma } from '../../prisma/generated/client.ts'
import { readFact, writeFact } from '../articles/stored.ts'
import { json } from '../json.ts'
import type { ArticleReading } from './drafted.ts'
import { sayFact } from './said.ts'

/** How many facts a reading found again, found first, and found no longer. Nothing else retires a fact: its row stays for whoever learned it. */
export interface FactTally {
  readonly kept: number
  readonly added: number
  readonly retired: number
}

/** The facts an article's newest reading holds: stable keys by the ids the engine gave them. */
export async function getStandingFacts(
  tx: Prisma.TransactionClient,
  articleId: string,
): Promise<ReadonlyMap<string, string>> {
  const newest = await tx.reading.findFirst({
    where: { revision: { articleId } },
    orderBy: [{ revision: { number: 'desc' } }, { createdAt: 'desc' }],
    select: { facts: { select: { data: true, fact: { select: { stableKey: true } } } } },
  })
  return new Map(newest?.facts.map(({ data, fact }) => [readFact(data).fact.id, fact.stableKey]))
}

/** Stores what a reading found: the same key, the same fact. `before` are the facts that stood. */
export async function storeFacts(
  tx: Prisma.TransactionClient,
  articleId: string,
  readingId: string,
  { facts, reading }: ArticleReading,
  before: ReadonlyMap<string, string>,
): Promise<FactTally> {
  const keys = new Set(facts.map(({ stableKey }) => stableKey))
  await tx.fact.createMany({
    data: [...keys].map((stableKey) => ({ articleId, stableKey })),
    skipDuplicates: true,
  })
  const rows = await tx.fact.findMany({ where: { articleId }, select: { id: true, stableKey: true } })
  const ids = new Map(rows.map((row) => [row.stableKey, row.id]))
  await tx.factReading.createMany({
    data: facts.map(({ stableKey, ...fact }, place) => ({
      readingId,
      place,
      factId: ids.get(stableKey) ?? '',
      data: json(writeFact({ fact, said: sayFact(reading, fact) })),
    })),
  })
  const stood = new Set(before.values())
  const kept = [...keys].filter((key) => stood.has(key)).length
  return { kept, added: keys.size - kept, retired: stood.size - kept }
}
