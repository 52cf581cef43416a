import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { may } from '#server/access'
import { getArticle } from '#server/articles/articles'
import type { SpanView } from '#server/attempts/view'
import { enter } from '#server/enter'
import { getBeside } from '#server/library/beside'
import { findTermUses, termsOf } from '#server/library/glossary'
import { siteAddress } from '#server/origin'
import { ArticleText } from '#ui/article/article-text.tsx'
import { BesideArticle } from '#ui/article/beside.tsx'
import { KeyFacts } from '#ui/article/key-facts.tsx'
import { PICTURE_SIZE } from '#ui/article/picture.tsx'
import { ReadingTools } from '#ui/article/reading-tools.tsx'
import { Sources } from '#ui/article/sources.tsx'
import { sayLength } from '#ui/article/story.tsx'
import { StructuredData } from '#ui/article/structured-data.tsx'
import { Terms } from '#ui/article/terms.tsx'
import { companyAddress, conceptAddress, libraryAddress } from '#ui/article/topics.ts'
import { bankAddress } from '#ui/bank/address.ts'
import { ToDesk } from '#ui/desk/to-desk.tsx'
import { ToSet } from '#ui/sets/to-set.tsx'
import { sayDay } from '#ui/text/dates.ts'
import { openDesk } from '../../../(teach)/desks/actions.ts'
import { makeSetFromArticle } from '../../../(teach)/sets/actions.ts'

interface Props {
  readonly params: Promise<{ readonly slug: string }>
  readonly searchParams: Promise<{ readonly at?: string | string[] }>
}

/** Read once for the head and the body of one page. */
const read = cache(async (slug: string) => getArticle(await enter('read-articles'), slug))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const article = await read((await params).slug)
  if (!article) return {}
  const { slug, title, lead, date, sector, isPrivate } = article
  if (isPrivate) return { title, robots: { index: false } }
  const address = `${siteAddress(await headers())}/articles/${slug}`
  const picture = { url: `${address}/picture.png`, ...PICTURE_SIZE, alt: title }
  return {
    title,
    description: lead,
    openGraph: {
      type: 'article',
      siteName: 'Bellwether',
      locale: 'en_GB',
      url: address,
      title,
      description: lead,
      publishedTime: date,
      section: sector,
      images: picture,
    },
    twitter: { card: 'summary_large_image', title, description: lead, images: picture },
  }
}

/** `?at=120-260` marks that stretch of the text. */
function readPassage(at: string | string[] | undefined): SpanView | null {
  const [, start, end] = (typeof at === 'string' && /^(\d{1,7})-(\d{1,7})$/.exec(at)) || []
  return start !== undefined && end !== undefined && Number(start) < Number(end)
    ? { start: Number(start), end: Number(end) }
    : null
}

/** An article: the text, its key facts in the margin, its sources, and the way into its quiz. */
export default async function ArticlePage({ params, searchParams }: Props) {
  const article = await read((await params).slug)
  if (!article) notFound()
  const { slug, title, date, sector, revision, revisedAt, questions, concepts, companies, isPrivate } =
    article
  const uses = findTermUses(article.blocks.filter(({ kind }) => kind === 'paragraph'))
  const viewer = await enter('read-articles')
  const beside = await getBeside(viewer, article)
  const facts = article.facts.map(({ id, label, value, period }) => ({ id, label, value, period }))
  return (
    <div className="frame article">
      {!isPrivate && <StructuredData article={article} />}
      <header className="article-head">
        <p className="label">
          {isPrivate ? (
            'Brought in by a teacher, for their classes alone'
          ) : (
            <a className="sector" href={libraryAddress({ sector })}>
              {sector}
            </a>
          )}
        </p>
        <h1>{title}</h1>
        <div className="stamp">
          <time dateTime={date}>{sayDay(date)}</time>
          <span>
            {revision === 1 ? (
              'First edition'
            ) : (
              <a href={`/articles/${slug}/corrections`}>
                Corrected {sayDay(revisedAt)}, revision {revision}
              </a>
            )}
          </span>
          {questions > 0 && <span>{sayLength(article)}</span>}
          {questions > 0 && (
            <a className="button" href={`/articles/${slug}/quiz`}>
              Quiz me
            </a>
          )}
          {questions > 0 && may(viewer.role, 'teach-class') && (
            <a className="text-button" href={`/assign?article=${slug}`}>
              Assign to a class
            </a>
          )}
        </div>
      </header>
      <div>
        <ReadingTools />
        <ArticleText article={article} passage={readPassage((await searchParams).at)} terms={uses} />
        <Terms terms={termsOf(uses)} />
        <footer className="article-foot">
          {questions > 0 && (
            <p>
              <a className="button" href={`/articles/${slug}/quiz`}>
                See what stayed: {sayLength(article)}
              </a>
            </p>
          )}
          {questions > 0 && may(viewer.role, 'make-sets') && (
            <section className="article-topics" aria-labelledby="for-teachers">
              <h2 id="for-teachers">For teachers</h2>
              <ul>
                <li>
                  <ToSet act={makeSetFromArticle} sent={{ slug }} label="Make a set from this article" />
                </li>
                <li>
                  <ToDesk act={openDesk} sent={{ slug }} label="Go through its questions at the desk" />
                </li>
                {(article.isOwn || (viewer.role === 'admin' && !isPrivate)) && (
                  <li>
                    <a href={`/articles/${slug}/edit`}>Correct it</a>
                  </li>
                )}
                <li>
                  <a href={bankAddress({ article: slug })}>All its questions</a>
                </li>
                <li>
                  <a href={`/sets/draw?${new URLSearchParams({ article: slug })}`}>Draw a set by rule</a>
                </li>
              </ul>
            </section>
          )}
          {!isPrivate && (
            <section className="article-topics">
              <h2>In this article</h2>
              <ul>
                {concepts.map((concept) => (
                  <li key={concept}>
                    <a href={conceptAddress(concept)}>{concept}</a>
                  </li>
                ))}
                {companies.map((company) => (
                  <li key={company}>
                    <a href={companyAddress(company)}>{company}</a>
                  </li>
                ))}
              </ul>
            </section>
          )}
          {article.sources.length > 0 && <Sources sources={article.sources} />}
          <BesideArticle beside={beside} />
        </footer>
      </div>
      {facts.length > 0 && <KeyFacts facts={facts} />}
    </div>
  )
}
