import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { enter } from '#server/enter'
import { getTerm } from '#server/library/glossary'
import { listLibrary } from '#server/library/list'
import { getTopic } from '#server/library/topics'
import { TopicPage } from '#ui/article/topic-page.tsx'
import { libraryAddress, mixedAddress, nameOfPart } from '#ui/article/topics.ts'

interface Props {
  readonly params: Promise<{ readonly name: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const concept = nameOfPart((await params).name)
  if (concept === null) return {}
  return {
    title: concept,
    description: getTerm(concept)?.meaning ?? `Articles and questions on ${concept.toLowerCase()}.`,
  }
}

/** A concept: what it means, a quiz on it, and the articles that turn on it. */
export default async function ConceptPage({ params }: Props) {
  const viewer = await enter('read-articles')
  const concept = nameOfPart((await params).name)
  if (concept === null || !(await getTopic(viewer, 'concept', concept))) notFound()
  const found = await listLibrary(viewer, { concept })
  const term = getTerm(concept)
  return (
    <TopicPage
      sort="Concept"
      name={concept}
      found={found}
      quiz={mixedAddress({ concept })}
      all={libraryAddress({ concept })}
    >
      {term && (
        <section className="meaning" aria-label="What it means">
          <p>{term.meaning}</p>
          <p>
            <b>For example:</b> {term.example}
          </p>
        </section>
      )}
    </TopicPage>
  )
}
