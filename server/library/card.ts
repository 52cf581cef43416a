import type { ArticleCard } from '../attempts/view.ts'
import { minutesFor } from '../quizzes/minutes.ts'

/** What the columns of CARD give. */
export type CardRow = Omit<ArticleCard, 'minutes'>

/** Columns of a card, from library_article as `l`. */
export const CARD = `l.slug, l.title, to_char(l.date, 'YYYY-MM-DD') AS date, l.sector, l.companies, l.concepts, l.lead,
  l.questions, l.words, l.level`

export const tellCard = (row: CardRow): ArticleCard => ({ ...row, minutes: minutesFor(row.questions) })
