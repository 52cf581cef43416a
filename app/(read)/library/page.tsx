import type { Metadata } from 'next'
import { listArticles } from '#server/articles/articles'
import { enter } from '#server/enter'
import { Story } from '#ui/article/story.tsx'
import { TopicList } from '#ui/article/topic-list.tsx'
import {
  companiesOf,
  conceptsOf,
  libraryAddress,
  mixedAddress,
  type Narrowing,
  narrowed,
  sectorsOf,
  type Topic,
} from '#ui/article/topics.ts'
import { sayCount } from '#ui/text/dates.ts'

export const metadata: Metadata = { title: 'Library' }

interface Props {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** Companies listed in the margin; the rest are found through their articles. */
const COMPANIES = 12

const INDEXES: readonly {
  readonly by: keyof Narrowing
  readonly title: string
  readonly topicsOf: typeof sectorsOf
}[] = [
  { by: 'sector', title: 'Sectors', topicsOf: sectorsOf },
  { by: 'concept', title: 'Concepts', topicsOf: conceptsOf },
  { by: 'company', title: 'Companies', topicsOf: (articles) => companiesOf(articles).slice(0, COMPANIES) },
]

/** Every article, to be narrowed by sector, concept and company. */
export default async function LibraryPage({ searchParams }: Props) {
  const viewer = await enter('read-articles')
  const [articles, asked] = await Promise.all([listArticles(viewer), searchParams])
  const one = (name: keyof Narrowing) => (typeof asked[name] === 'string' ? asked[name] : undefined)
  const narrowing: Narrowing = { sector: one('sector'), concept: one('concept'), company: one('company') }
  const found = narrowed(articles, narrowing)
  const mixed = mixedAddress(narrowing)
  const chosen = Object.values(narrowing).filter(Boolean)
  const addressOf = (by: keyof Narrowing) => (name: string) =>
    libraryAddress({ ...narrowing, [by]: narrowing[by] === name ? undefined : name })
  const isWorthShowing = (topics: readonly Topic[]) => topics.length > 0
  return (
    <div className="frame">
      <header className="page-head">
        <h1>{chosen.length === 0 ? 'Library' : chosen.join(', ')}</h1>
        <p>
          {sayCount(found.length, 'article')}
          {chosen.length > 0 && (
            <>
              {' '}
              · <a href="/library">Show all</a>
            </>
          )}
          {mixed !== null && found.length > 0 && (
            <>
              {' '}
              · <a href={mixed}>A mixed quiz on this</a>
            </>
          )}
        </p>
      </header>
      <div className="library">
        {found.length > 0 ? (
          <ul className="stories">
            {found.map((article) => (
              <li key={article.slug}>
                <Story article={article} level={2} />
              </li>
            ))}
          </ul>
        ) : (
          <p className="notice">
            No article has all of that. <a href="/library">Show all articles</a>
          </p>
        )}
        <nav className="filters" aria-label="Narrow the library">
          {INDEXES.map(({ by, title, topicsOf }) => {
            const topics = topicsOf(articles)
            return (
              isWorthShowing(topics) && (
                <section key={by}>
                  <h2>{title}</h2>
                  <ul>
                    <TopicList topics={topics} addressOf={addressOf(by)} current={narrowing[by]} />
                  </ul>
                </section>
              )
            )
          })}
        </nav>
      </div>
    </div>
  )
}
