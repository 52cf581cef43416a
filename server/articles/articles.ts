import type { ArticleCard, ArticleView } from '../attempts/view.ts'
import { pool } from '../db.ts'
import { minutesFor } from '../quizzes/minutes.ts'
import type { Viewer } from '../session.ts'
import { listKeyFacts } from './key-facts.ts'
import { getRevisionText } from './revision-text.ts'
import { readSources } from './stored.ts'

type CardRow = Omit<ArticleCard, 'minutes'>

/** The newest revision of each article, with the number of questions in its newest set. */
const CARDS = `
  SELECT a.slug, r.title, to_char(r.date, 'YYYY-MM-DD') AS date, r.sector, r.companies, r.concepts, r.lead,
    coalesce((
      SELECT count(*)::int FROM quiz_set_item i
      WHERE i.set_id = (SELECT s.id FROM quiz_set s WHERE s.article_id = a.id ORDER BY s.number DESC LIMIT 1)
    ), 0) AS questions`
const NEWEST = `
  FROM article a
  JOIN LATERAL (SELECT * FROM revision WHERE article_id = a.id ORDER BY number DESC LIMIT 1) r ON true`

/** Every article, newest first. The same for everyone. */
export async function listArticles(_viewer: Viewer): Promise<ArticleCard[]> {
  const { rows } = await pool().query<CardRow>(`${CARDS} ${NEWEST} ORDER BY r.date DESC, a.slug`)
  return rows.map(tellCard)
}

/** An article as it stands now, or null. The same for everyone. */
export async function getArticle(_viewer: Viewer, slug: string): Promise<ArticleView | null> {
  const { rows } = await pool().query<
    CardRow & { revisionId: string; readingId: string | null; revisedAt: Date; sources: unknown }
  >(
    `${CARDS}, r.id AS "revisionId", r.created_at AS "revisedAt", r.sources, (
       SELECT id FROM reading WHERE revision_id = r.id ORDER BY created_at DESC LIMIT 1
     ) AS "readingId" ${NEWEST} WHERE a.slug = $1`,
    [slug],
  )
  const row = rows[0]
  if (!row) return null
  const [{ number, blocks }, facts] = await Promise.all([
    getRevisionText(row.revisionId),
    row.readingId === null ? [] : listKeyFacts(row.readingId),
  ])
  return {
    ...tellCard(row),
    revision: number,
    revisedAt: row.revisedAt.toISOString(),
    blocks,
    facts,
    sources: readSources(row.sources),
  }
}

function tellCard({ slug, title, date, sector, companies, concepts, lead, questions }: CardRow): ArticleCard {
  return { slug, title, date, sector, companies, concepts, lead, questions, minutes: minutesFor(questions) }
}
