import type { ReactNode } from 'react'
import type { LibraryPage } from '#server/library/view'
import { sayCount } from '#ui/text/dates.ts'
import { Story } from './story.tsx'

interface Props {
  /** What sort of topic it is: 'Company'. */
  readonly sort: string
  readonly name: string
  readonly found: LibraryPage
  /** Where a quiz on it begins. */
  readonly quiz: string
  /** All its articles in the library. */
  readonly all: string
  readonly children: ReactNode
}

/** A company or a concept: what is known of it, a quiz on it, and its newest articles. */
export function TopicPage({ sort, name, found, quiz, all, children }: Props) {
  return (
    <div className="frame">
      <header className="page-head">
        <p className="label">{sort}</p>
        <h1>{name}</h1>
        <p className="actions">
          <a className="button" href={quiz}>
            Quiz me on this
          </a>
          <a href={all}>{sayCount(found.total, 'article')}</a>
        </p>
      </header>
      <div className="topic">
        {children}
        <section aria-labelledby="articles-title">
          <div className="section-head">
            <h2 id="articles-title">Articles</h2>
          </div>
          <ul className="stories">
            {found.articles.map((article) => (
              <li key={article.slug}>
                <Story article={article} level={3} />
              </li>
            ))}
          </ul>
          {found.pages > 1 && (
            <p>
              <a href={all}>All {found.total}</a>
            </p>
          )}
        </section>
      </div>
    </div>
  )
}
