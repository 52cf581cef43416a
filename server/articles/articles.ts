import type { ArticleView } from '../attempts/view.ts'
import { pool } from '../db.ts'
import { CARD, type CardRow, tellCard } from '../library/card.ts'
import type { Viewer } from '../viewer.ts'
import { listKeyFacts } from './key-facts.ts'
import { MAY_READ } from './may-read.ts'
import { getRevisionText } from './revision-text.ts'
import { readSources } from './stored.ts'

/** An article as it stands now, or null where there is none that the viewer may read. The same for everyone who may. */
export async function getArticle({ personId }: Viewer, slug: string): Promise<ArticleView | null> {
  const { rows } = await pool().query<
    CardRow & {
      revisionId: string
      readingId: string | null
      revisedAt: Date
      sources: unknown
      isPrivate: boolean
      isOwn: boolean
    }
  >(
    `SELECT ${CARD}, r.id AS "revisionId", r.created_at AS "revisedAt", r.sources,
       l.owner_id IS NOT NULL AS "isPrivate", coalesce(l.owner_id = $2, false) AS "isOwn", (
       SELECT id FROM reading WHERE revision_id = r.id ORDER BY created_at DESC LIMIT 1
     ) AS "readingId"
     FROM library_article l JOIN revision r ON r.id = l.revision_id WHERE l.slug = $1 AND ${MAY_READ('l.owner_id', '$2')}`,
    [slug, personId],
  )
  const row = rows[0]
  if (!row) return null
  const { revisionId, readingId, revisedAt, sources, isPrivate, isOwn, ...card } = row
  const [{ number, blocks }, facts] = await Promise.all([
    getRevisionText(revisionId),
    readingId === null ? [] : listKeyFacts(readingId),
  ])
  return {
    ...tellCard(card),
    revision: number,
    revisedAt: revisedAt.toISOString(),
    blocks,
    facts,
    isPrivate,
    isOwn,
    sources: readSources(sources),
  }
}
