import type { ArticleCard } from '../attempts/view.ts'
import { minutesFor } from '../quizzes/minutes.ts'
import { reading } from '../reading.ts'
import type { Viewer } from '../viewer.ts'

/** What the columns of CARD give. */
export type CardRow = Omit<ArticleCard, 'minutes'>

/** Columns of a card, from library_article or public_library as `l`. */
export const CARD = `l.slug, l.title, to_char(l.date, 'YYYY-MM-DD') AS date, l.sector, l.companies, l.concepts, l.lead,
  l.questions, l.words, l.level`

export const tellCard = (row: CardRow): ArticleCard => ({ ...row, minutes: minutesFor(row.questions) })

/** The card of the article of this slug; null where there is none. The same for everyone. */
export async function getCard(_viewer: Viewer, slug: string): Promise<ArticleCard | null> {
  const { rows } = await reading().query<CardRow>(`SELECT ${CARD} FROM public_library l WHERE l.slug = $1`, [
    slug,
  ])
  return rows[0] ? tellCard(rows[0]) : null
}
