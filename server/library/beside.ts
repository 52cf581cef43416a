import { pool } from '../db.ts'
import type { Viewer } from '../session.ts'
import { CARD, type CardRow, tellCard } from './card.ts'
import type { ArticleLink, Beside } from './view.ts'

const RELATED = 3

/** Candidates looked at of each list: more would be related no better. */
const LOOKED_AT = 60

/** What stands beside the article of this slug; nothing where there is none. The same for everyone. */
export async function getBeside(_viewer: Viewer, slug: string): Promise<Beside> {
  const [{ rows: related }, { rows: near }] = await Promise.all([
    pool().query<CardRow>(
      `WITH own AS (SELECT * FROM library_article WHERE slug = $1),
       near AS (
         (SELECT l.article_id FROM library_article l, own
          WHERE (l.companies && own.companies OR l.concepts && own.concepts) AND l.article_id <> own.article_id
          ORDER BY l.date DESC LIMIT ${LOOKED_AT})
         UNION
         (SELECT l.article_id FROM library_article l, own
          WHERE l.sector = own.sector AND l.article_id <> own.article_id ORDER BY l.date DESC LIMIT ${RELATED})
       )
       SELECT ${CARD}
       FROM near JOIN library_article l USING (article_id), own
       ORDER BY 2 * cardinality(ARRAY(SELECT unnest(l.companies) INTERSECT SELECT unnest(own.companies)))
         + 3 * cardinality(ARRAY(SELECT unnest(l.concepts) INTERSECT SELECT unnest(own.concepts)))
         + (l.sector = own.sector)::int DESC, l.date DESC, l.slug
       LIMIT ${RELATED}`,
      [slug],
    ),
    pool().query<ArticleLink & { side: 'older' | 'newer' }>(
      `WITH own AS (SELECT date, slug FROM library_article WHERE slug = $1)
       (SELECT 'older' AS side, l.slug, l.title FROM library_article l, own
        WHERE (l.date, own.slug) < (own.date, l.slug) ORDER BY l.date DESC, l.slug LIMIT 1)
       UNION ALL
       (SELECT 'newer', l.slug, l.title FROM library_article l, own
        WHERE (l.date, own.slug) > (own.date, l.slug) ORDER BY l.date, l.slug DESC LIMIT 1)`,
      [slug],
    ),
  ])
  const link = (side: 'older' | 'newer'): ArticleLink | null => {
    const found = near.find((row) => row.side === side)
    return found ? { slug: found.slug, title: found.title } : null
  }
  return { related: related.map(tellCard), older: link('older'), newer: link('newer') }
}
