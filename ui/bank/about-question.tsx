import type { QuestionRow } from '#server/bank/view'
import { SAID_LEVELS } from '#ui/article/topics.ts'
import { SAID_KINDS } from '#ui/questions/said-kinds.ts'
import { sayShare } from '#ui/text/share.ts'
import { bankAddress } from './address.ts'

/** '12 answered, 75% right'. */
export const sayAnswered = ({ answered, right }: Pick<QuestionRow, 'answered' | 'right'>): string =>
  answered === 0 ? 'Not answered yet' : `${answered} answered, ${sayShare(right / answered)} right`

/** Whether one article is behind all of them, so that it need not be named with each. */
export const areOfOne = (rows: readonly QuestionRow[]): boolean =>
  rows.every(({ slug }) => slug === rows[0]?.slug)

interface Props {
  readonly row: QuestionRow
  /** Whether its article is named elsewhere. */
  readonly isArticleKnown?: boolean
}

/** What a teacher wants to know of a question at a glance: its kind, how hard it is, how it went, and where it is from. */
export function AboutQuestion({ row, isArticleKnown = false }: Props) {
  const { kind, level, slug, title, needsArticle, isSourced } = row
  return (
    <p className="about-question">
      <span>{SAID_KINDS[kind]}</span>
      {level !== null && <span>{SAID_LEVELS[level]}</span>}
      <span>{sayAnswered(row)}</span>
      {needsArticle && <span>Only right after its article</span>}
      {!isSourced && <b>Not sourced</b>}
      {!isArticleKnown && <a href={bankAddress({ article: slug })}>{title}</a>}
    </p>
  )
}
