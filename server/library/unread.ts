import { pool } from '../db.ts'
import type { Viewer } from '../viewer.ts'
import { CARD, type CardRow, tellCard } from './card.ts'
import type { FoundArticle } from './view.ts'

const SHOWN = 3

/** The newest articles whose quiz this viewer has not begun. */
export async function listUnread({ personId }: Viewer): Promise<FoundArticle[]> {
  const { rows } = await pool().query<CardRow>(
    `SELECT ${CARD} FROM public_library l
     WHERE l.questions > 0 AND NOT EXISTS (
       SELECT FROM attempt a JOIN quiz_set s ON s.id = a.set_id
       WHERE a.person_id = $1::uuid AND s.article_id = l.article_id
     )
     ORDER BY l.date DESC, l.slug LIMIT ${SHOWN}`,
    [personId],
  )
  return rows.map(tellCard)
}
