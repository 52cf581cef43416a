import { prisma } from '../db.ts'
import { LONGEST } from './lock.ts'
import { type NewEdition, type StoredEdition, storeEdition } from './store-edition.ts'

/** Stores the first edition of an article that somebody has brought in: theirs, at an address that nobody else has. */
export const storeOwnArticle = (
  slug: string,
  first: Omit<NewEdition, 'articleId' | 'number' | 'from'> & {
    readonly from: Extract<NewEdition['from'], { readonly authorId: string }>
  },
): Promise<StoredEdition> =>
  prisma().$transaction(
    async (tx) => {
      const { id } = await tx.article.create({
        data: { slug, ownerId: first.from.authorId },
        select: { id: true },
      })
      return storeEdition(tx, { ...first, articleId: id, number: 1 })
    },
    { timeout: LONGEST, maxWait: LONGEST },
  )
