import type { Prisma } from '../../prisma/generated/client.ts'
import { type Proposed, propose } from '../corrections/lay-beside.ts'
import { prisma } from '../db.ts'
import type { ArticleFile } from './article-file.ts'
import type { Engine } from './engine.ts'
import { LONGEST, lockArticle } from './lock.ts'
import { storeEdition } from './store-edition.ts'

/** What one file did to the store. */
export interface StoredArticle {
  /** 'waiting': the article has been edited otherwise since its file was last taken, and an admin chooses between the two. */
  readonly outcome: 'unchanged' | 'added' | 'revised' | 'waiting'
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
  if ((await getStood(prisma(), slug)).fileHash === fileHash) return unchanged(slug)
  const read = engine.read({ title, body, date })
  return prisma().$transaction(
    async (tx) => {
      await lockArticle(tx, slug)
      const { newest, fileHash: last } = await getStood(tx, slug)
      if (last === fileHash) return unchanged(slug)
      const article = await tx.article.upsert({
        where: { slug },
        create: { slug },
        update: {},
        select: { id: true },
      })
      const number = (newest?.number ?? 0) + 1
      if (newest && newest.origin !== 'file') {
        await offer(tx, { article: article.id, base: newest.number, fileHash, edition: file })
        return { ...(await unchanged(slug)), outcome: 'waiting' }
      }
      const { questions, withdrawn } = await storeEdition(tx, {
        articleId: article.id,
        number,
        edition: file,
        from: { origin: 'file', fileHash },
        engine,
        read,
      })
      return { outcome: newest ? 'revised' : 'added', revision: number, questions, withdrawn }
    },
    { timeout: LONGEST, maxWait: LONGEST },
  )
}

/** What stands of an article: its newest revision, and the hash of the file that was last taken. */
async function getStood(client: Client, slug: string) {
  const revisions = await client.revision.findMany({
    where: { article: { slug } },
    orderBy: { number: 'desc' },
    select: { number: true, fileHash: true, origin: true },
  })
  return {
    newest: revisions[0] ?? null,
    fileHash: revisions.find(({ fileHash }) => fileHash !== null)?.fileHash ?? null,
  }
}

/** Lays a file beside an article that was edited otherwise since; once for each state of the file. */
async function offer(
  tx: Client,
  {
    article,
    fileHash,
    ...beside
  }: Pick<Proposed, 'article' | 'base' | 'edition'> & { readonly fileHash: string },
) {
  const known = await tx.correction.count({ where: { articleId: article, fileHash } })
  if (known > 0) return
  const note = 'The file of this article says otherwise.'
  await propose(tx, { ...beside, article, origin: 'file', author: null, fileHash, note })
}

async function unchanged(slug: string): Promise<StoredArticle> {
  const { newest } = await getStood(prisma(), slug)
  const questions = await prisma().questionVersion.count({
    where: { question: { article: { slug }, deskId: null }, withdrawal: null },
  })
  return { outcome: 'unchanged', revision: newest?.number ?? 0, questions, withdrawn: 0 }
}
