import type { Prisma } from '../../prisma/generated/client.ts'
import type { ReadRevision } from './drafted.ts'

/** Stores which facts the questions of a reading ask about; `ids` are the ids of their versions by content hash. */
export async function storeQuestionFacts(
  tx: Prisma.TransactionClient,
  { articleId, read: { drafts, facts } }: ReadRevision,
  ids: ReadonlyMap<string, string>,
): Promise<void> {
  const keys = new Map(facts.map(({ id, stableKey }) => [id, stableKey]))
  const rows = await tx.fact.findMany({ where: { articleId }, select: { id: true, stableKey: true } })
  const factIds = new Map(rows.map((row) => [row.stableKey, row.id]))
  await tx.questionFact.createMany({
    data: drafts.flatMap(({ question, contentHash }) => {
      const asked = new Set(question.facts.flatMap((id) => factIds.get(keys.get(id) ?? '') ?? []))
      const isOnly = new Set(question.facts).size === 1
      return [...asked].map((factId) => ({ versionId: ids.get(contentHash) ?? '', factId, isOnly }))
    }),
    skipDuplicates: true,
  })
}
