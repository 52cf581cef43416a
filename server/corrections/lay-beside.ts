import type { Prisma } from '../../prisma/generated/client.ts'
import type { Edition } from '../content/store-edition.ts'
import { json } from '../json.ts'
import { writeEdition } from './edition.ts'
import type { CorrectionOrigin } from './view.ts'

/** A text for an article, and which way it came. */
export interface Proposed {
  readonly article: string
  readonly base: number
  readonly origin: CorrectionOrigin
  readonly author: string | null
  readonly fileHash: string | null
  readonly note: string
  readonly edition: Edition
}

/** Lays a text beside the one that stands, in place of one that waited there by the same way. The caller holds the article. */
export async function propose(
  tx: Prisma.TransactionClient,
  { article, base, origin, author, fileHash, note, edition }: Proposed,
): Promise<string> {
  await tx.$executeRaw`
    UPDATE correction SET state = 'dropped', decided_at = clock_timestamp(), decided_by = ${author}::uuid
    WHERE article_id = ${article}::uuid AND origin = ${origin} AND state = 'open'`
  const { id } = await tx.correction.create({
    data: {
      articleId: article,
      base,
      origin,
      fileHash,
      authorId: author,
      edition: json(writeEdition(edition)),
      note,
    },
    select: { id: true },
  })
  return id
}
