import type { Prisma } from '../../prisma/generated/client.ts'
import { writeBlocks, writeSources } from '../articles/stored.ts'
import { prisma } from '../db.ts'
import { json } from '../json.ts'
import type { ArticleFile } from './article-file.ts'
import type { ArticleReading } from './drafted.ts'
import type { Engine } from './engine.ts'
import { LONGEST, lockArticle } from './lock.ts'
import { storeReading } from './store-reading.ts'

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
      const revision = await addRevision(tx, article.id, (latest?.number ?? 0) + 1, file, fileHash, read)
      const { questions, withdrawn } = await storeReading(tx, {
        articleId: article.id,
        revision,
        engine: engine.version,
        read,
      })
      return {
        outcome: latest === null ? 'added' : 'revised',
        revision: revision.number,
        questions: questions.made + questions.kept,
        withdrawn: withdrawn.length,
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

function addRevision(
  tx: Client,
  articleId: string,
  number: number,
  file: ArticleFile,
  fileHash: string,
  { reading }: ArticleReading,
) {
  const { title, sector, companies, concepts } = file
  return tx.revision.create({
    data: {
      articleId,
      number,
      title,
      date: new Date(`${file.date}T00:00:00Z`),
      sector,
      companies,
      concepts,
      lead: leadOf(file.body),
      text: reading.text,
      blocks: json(writeBlocks(reading.blocks)),
      sources: json(writeSources(file.sources)),
      fileHash,
    },
    select: { id: true, number: true },
  })
}

const LEAD_LIMIT = 220

/** The first paragraph, cut at the end of a sentence, or of a word, where it is long. */
function leadOf(body: string): string {
  const first = body.split('\n\n')[0] ?? ''
  if (first.length <= LEAD_LIMIT) return first
  const cut = first.slice(0, LEAD_LIMIT)
  const sentence = cut.lastIndexOf('. ')
  return sentence > 80 ? cut.slice(0, sentence + 1) : `${cut.slice(0, cut.lastIndexOf(' '))} …`
}
