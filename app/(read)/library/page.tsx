import type { Metadata } from 'next'
import { LEVELS } from '#core'
import { enter, isTooOften } from '#server/enter'
import { listLibrary } from '#server/library/list'
import { readQuery } from '#server/library/query'
import { listTopics } from '#server/library/topics'
import { LENGTHS, type LibraryQuery, SORTS } from '#server/library/view'
import { refusal } from '#server/outcome'
import { Pages } from '#ui/article/pages.tsx'
import { SearchForm } from '#ui/article/search-form.tsx'
import { Story } from '#ui/article/story.tsx'
import { TopicList } from '#ui/article/topic-list.tsx'
import {
  companyAddress,
  conceptAddress,
  libraryAddress,
  SAID_LENGTHS,
  SAID_LEVELS,
  SAID_SORTS,
} from '#ui/article/topics.ts'
import { sayCount } from '#ui/text/dates.ts'

export const metadata: Metadata = {
  title: 'Library',
  alternates: { types: { 'application/atom+xml': '/feed.xml' } },
}

interface Props {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** Topics of a sort in the margin; the rest are found through their articles and the search. */
const SHOWN = 12

/** Every article: to be searched, narrowed, sorted and paged through. */
export default async function LibraryPage({ searchParams }: Props) {
  const viewer = await enter('read-articles')
  const query = readQuery(await searchParams)
  if (query.q !== undefined && (await isTooOften(viewer, 'search'))) return <TooOften query={query} />
  const [{ articles, total, isMore, page, pages }, sectors, concepts, companies] = await Promise.all([
    listLibrary(viewer, query),
    listTopics(viewer, 'sector', SHOWN),
    listTopics(viewer, 'concept', SHOWN),
    listTopics(viewer, 'company', SHOWN),
  ])
  const narrowed = namesOf(query)
  /** The address with one part of what is asked put in the place of another; chosen again, it is taken back. */
  const addressOf = (change: LibraryQuery) => libraryAddress({ ...query, page: 1, ...change })
  return (
    <div className="frame">
      <header className="page-head">
        <h1>{query.q === undefined ? (narrowed[0] ?? 'Library') : `‘${query.q}’`}</h1>
        <p>
          {isMore && 'The first of many: '}
          {sayCount(total, 'article')}
          {query.q !== undefined && narrowed.length > 0 && <> in {narrowed.join(', ')}</>}
          {(query.q !== undefined || narrowed.length > 0) && (
            <>
              {' '}
              · <a href="/library">Show all</a>
            </>
          )}
        </p>
        <SearchForm query={query} />
      </header>
      <div className="library">
        <div>
          <Choices
            label="Sort"
            current={query.sort ?? (query.q === undefined ? 'newest' : undefined)}
            choices={SORTS.map((sort) => [sort, SAID_SORTS[sort], addressOf({ sort })])}
          />
          {articles.length > 0 ? (
            <ul className="stories">
              {articles.map((article) => (
                <li key={article.slug}>
                  <Story article={article} level={2} />
                </li>
              ))}
            </ul>
          ) : (
            <p className="notice">
              {page > 1 ? 'There are not so many pages. ' : 'No article has all of that. '}
              <a href={page > 1 ? addressOf({}) : '/library'}>
                {page > 1 ? 'Back to the first page' : 'Show all articles'}
              </a>
            </p>
          )}
          <Pages page={page} pages={pages} addressOf={(page) => libraryAddress({ ...query, page })} />
        </div>
        <nav className="filters" aria-label="Narrow the library">
          <Choices
            label="Questions"
            current={query.level}
            choices={LEVELS.map((level) => [
              level,
              SAID_LEVELS[level],
              addressOf({ level: query.level === level ? undefined : level }),
            ])}
          />
          <Choices
            label="Length"
            current={query.length}
            choices={LENGTHS.map((length) => [
              length,
              SAID_LENGTHS[length],
              addressOf({ length: query.length === length ? undefined : length }),
            ])}
          />
          {sectors.length > 0 && (
            <section>
              <h2>Sectors</h2>
              <ul>
                <TopicList
                  topics={sectors}
                  current={query.sector}
                  addressOf={(sector) => addressOf({ sector: query.sector === sector ? undefined : sector })}
                />
              </ul>
            </section>
          )}
          {concepts.length > 0 && (
            <section>
              <h2>Concepts</h2>
              <ul>
                <TopicList topics={concepts} current={query.concept} addressOf={conceptAddress} />
              </ul>
            </section>
          )}
          {companies.length > 0 && (
            <section>
              <h2>Companies</h2>
              <ul>
                <TopicList topics={companies} current={query.company} addressOf={companyAddress} />
              </ul>
            </section>
          )}
        </nav>
      </div>
    </div>
  )
}

/** In place of what was searched for. */
const TooOften = ({ query }: { readonly query: LibraryQuery }) => (
  <div className="frame">
    <header className="page-head">
      <h1>‘{query.q}’</h1>
      <SearchForm query={query} />
    </header>
    <p className="notice" role="alert">
      {refusal('too-often').message} <a href="/library">Show all articles</a>
    </p>
  </div>
)

const namesOf = ({ sector, company, concept, level, length }: LibraryQuery): string[] =>
  [
    company,
    concept,
    sector,
    level && `${SAID_LEVELS[level]} questions`,
    length && SAID_LENGTHS[length],
  ].filter((name) => name !== undefined)

interface ChoicesProps {
  readonly label: string
  readonly current: string | undefined
  readonly choices: readonly (readonly [value: string, said: string, address: string])[]
}

/** A few ways to have the list, the chosen one marked. */
function Choices({ label, current, choices }: ChoicesProps) {
  return (
    <section className="choices" aria-label={label}>
      <h2>{label}</h2>
      <ul>
        {choices.map(([value, said, address]) => (
          <li key={value}>
            <a href={address} aria-current={value === current ? 'true' : undefined}>
              {said}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
