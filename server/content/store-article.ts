import type { Prisma } from '../../prisma/generated/client.ts'
import { prisma } from '../db.ts'
import type { ArticleFile } from './article-file.ts'
import type { Engine } from './engine.ts'
import { LONGEST, lockArticle } from './lock.ts'
import { storeEdition } from './store-edition.ts'

/** What one file did to the store. */
export interface StoredArticle {
  readonly outcome: 'unchanged' | 'added' | 'revised'
  readonly revision: number
  readonly questions: number
  readonly withdrawn: number
}

type Client = Prisma.TransactionClient

/** An article's file, by its text and the engine that is to read it. */
export interface Incoming {
  readonly file: ArticleFile
  readonly fileHash: string
  readonly engine: Engine
}

/**
 * Stores an article file: nothing when its text is the newest revision already, else a revision and what the engine
 * reads in it. One transaction, under a lock of the article's own: two nodes may load at once. Throws EngineFailure.
 */
export async function storeArticle({ file, fileHash, engine }: Incoming): Promise<StoredArticle> {
  const { slug, title, body, date } = file
  if ((await newestRevision(prisma(), slug))?.fileHash === fileHash) return unchanged(slug)
  const read = engine.read({ title, body, date })
  return prisma().$transaction(
    async (tx) => {
      await lockArticle(tx, slug)
      const latest = await newestRevision(tx, slug)
      if (latest?.fileHash === fileHash) return unchanged(slug)
      const article = await tx.article.upsert({
        where: { slug },
        create: { slug },
        update: {},
        select: { id: true },
      })
      const number = (latest?.number ?? 0) + 1
      const { questions, withdrawn } = await storeEdition(tx, {
        articleId: article.id,
        number,
        edition: file,
        from: { origin: 'file', fileHash },
        engine,
        read,
      })
      return {
        outcome: latest === null ? 'added' : 'revised',
        revision: number,
        questions,
        withdrawn,
      }
    },
    { timeout: LONGEST, maxWait: LONGEST },
  )
}

const newestRevision = (client: Client, slug: string) =>
  client.revision.findFirst({
    where: { article: { slug } },
    orderBy: { number: 'desc' },
    select: { number: true, fileHash: true },
  })

async function unchanged(slug: string): Promise<StoredArticle> {
  const newest = await newestRevision(prisma(), slug)
  const questions = await prisma().questionVersion.count({
    where: { question: { article: { slug }, deskId: null }, withdrawal: null },
  })
  return { outcome: 'unchanged', revision: newest?.number ?? 0, questions, withdrawn: 0 }
}
