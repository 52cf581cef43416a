import type { Prisma } from '../../prisma/generated/client.ts'
import { writeBlocks, writeSources } from '../articles/stored.ts'
import type { SourceView } from '../attempts/view.ts'
import { json } from '../json.ts'
import type { ArticleReading } from './drafted.ts'
import type { Engine } from './engine.ts'
import { storeReading } from './store-reading.ts'

/** What an article says at one time, whatever way it came. */
export interface Edition {
  readonly title: string
  /** `YYYY-MM-DD` */
  readonly date: string
  readonly sector: string
  readonly companies: readonly string[]
  readonly concepts: readonly string[]
  readonly sources: readonly SourceView[]
  /** Plain paragraphs, an empty line between them. */
  readonly body: string
}

/** Which way it came: by a file with this hash, or by somebody, who says of a correction what was corrected. */
export type Origin =
  | { readonly origin: 'file'; readonly fileHash: string; readonly note?: string }
  | { readonly origin: 'import' | 'edit' | 'feed'; readonly authorId: string; readonly note?: string }

export interface NewEdition {
  readonly articleId: string
  /** One more than the newest revision's. */
  readonly number: number
  readonly edition: Edition
  readonly from: Origin
  readonly engine: Engine
  /** What the engine reads in it. */
  readonly read: ArticleReading
}

/** What an edition did to the store. */
export interface StoredEdition {
  readonly revision: string
  readonly questions: number
  readonly withdrawn: number
}

/** Stores an edition as the next revision of its article, with what the engine reads in it. The caller holds the article. */
export async function storeEdition(
  tx: Prisma.TransactionClient,
  { articleId, number, edition, from, engine, read }: NewEdition,
): Promise<StoredEdition> {
  const { title, date, sector, companies, concepts, sources, body } = edition
  const revision = await tx.revision.create({
    data: {
      articleId,
      number,
      title,
      date: new Date(`${date}T00:00:00Z`),
      sector,
      companies: [...companies],
      concepts: [...concepts],
      lead: leadOf(body),
      text: read.reading.text,
      blocks: json(writeBlocks(read.reading.blocks)),
      sources: json(writeSources(sources)),
      ...from,
    },
    select: { id: true, number: true },
  })
  const { questions, withdrawn } = await storeReading(tx, {
    articleId,
    revision,
    engine: engine.version,
    read,
  })
  return { revision: revision.id, questions: questions.made + questions.kept, withdrawn: withdrawn.length }
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
