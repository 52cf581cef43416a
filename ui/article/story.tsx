import type { ArticleCard } from '#server/attempts/view'
import type { FoundArticle } from '#server/library/view'
import { sayCount, sayDay } from '#ui/text/dates.ts'

interface Props {
  readonly article: FoundArticle
  /** The heading's level, by where the story stands. */
  readonly level: 2 | 3
  readonly isFirst?: boolean
}

/** '8 questions, about 4 min' */
export const sayLength = ({ questions, minutes }: Pick<ArticleCard, 'questions' | 'minutes'>): string =>
  `${sayCount(questions, 'question')}, about ${minutes} min`

/** An article as it stands in a list: what it is about, how it begins, and the way into its quiz. */
export function Story({ article, level, isFirst = false }: Props) {
  const { slug, title, date, sector, lead, questions, snippet } = article
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <article className="story">
      <p className="label">
        <span className="sector">{sector}</span> · <time dateTime={date}>{sayDay(date)}</time>
      </p>
      <Heading>
        <a href={`/articles/${slug}`}>{title}</a>
      </Heading>
      <p className="lead">
        {snippet
          ? snippet.map(({ text, marked }, place) =>
              // biome-ignore lint/suspicious/noArrayIndexKey: the stretches of one text, which never move
              marked ? <mark key={place}>{text}</mark> : <span key={place}>{text}</span>,
            )
          : lead}
      </p>
      {questions > 0 && (
        <p className="way-on">
          <a className={isFirst ? 'button' : undefined} href={`/articles/${slug}/quiz`}>
            Quiz me<span className="unseen"> on {title}</span>
          </a>
          <span className="soft">{sayLength(article)}</span>
        </p>
      )}
    </article>
  )
}
