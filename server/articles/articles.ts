import type { ArticleView } from '../attempts/view.ts'
import { pool } from '../db.ts'
import { CARD, type CardRow, tellCard } from '../library/card.ts'
import type { Viewer } from '../viewer.ts'
import { listKeyFacts } from './key-facts.ts'
import { getRevisionText } from './revision-text.ts'
import { readSources } from './stored.ts'

/** An article as it stands now, or null. The same for everyone. */
export async function getArticle(_viewer: Viewer, slug: string): Promise<ArticleView | null> {
  const { rows } = await pool().query<
    CardRow & { revisionId: string; readingId: string | null; revisedAt: Date; sources: unknown }
  >(
    `SELECT ${CARD}, r.id AS "revisionId", r.created_at AS "revisedAt", r.sources, (
       SELECT id FROM reading WHERE revision_id = r.id ORDER BY created_at DESC LIMIT 1
     ) AS "readingId"
     FROM library_article l JOIN revision r ON r.id = l.revision_id WHERE l.slug = $1`,
    [slug],
  )
  const row = rows[0]
  if (!row) return null
  const { revisionId, readingId, revisedAt, sources, ...card } = row
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
    sources: readSources(sources),
  }
}
