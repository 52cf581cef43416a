import { bankedOf } from '#core'
import type { Prisma } from '../../prisma/generated/client.ts'
import { json } from '../json.ts'
import { writeBanked } from '../questions/stored.ts'
import type { ReadRevision } from './drafted.ts'

/** Puts the questions of a reading into the bank, in place of the article's earlier ones. `ids` are the ids of their versions by content hash. */
export async function storeBank(
  tx: Prisma.TransactionClient,
  { articleId, revision, read: { drafts, reading, facts } }: ReadRevision,
  ids: ReadonlyMap<string, string>,
): Promise<void> {
  const { ownerId } = await tx.article.findUniqueOrThrow({
    where: { id: articleId },
    select: { ownerId: true },
  })
  await tx.bankArticle.upsert({
    where: { articleId },
    create: { articleId, ownerId, revisionId: revision.id },
    update: { revisionId: revision.id },
  })
  await tx.bankItem.deleteMany({ where: { articleId } })
  await tx.bankItem.createMany({
    data: drafts.map(({ question, contentHash }) => {
      const banked = bankedOf(question, { reading, facts })
      return {
        versionId: ids.get(contentHash) ?? '',
        articleId,
        kind: banked.kind,
        level: banked.difficulty.level,
        needsArticle: banked.needsArticle,
        banked: json(writeBanked(banked)),
      }
    }),
  })
}
