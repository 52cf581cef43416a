import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { enter } from '#server/enter'
import { listLibrary } from '#server/library/list'
import { getTimelines } from '#server/library/timeline'
import { getTopic } from '#server/library/topics'
import { Timelines } from '#ui/article/timelines.tsx'
import { TopicPage } from '#ui/article/topic-page.tsx'
import { libraryAddress, mixedAddress, nameOfPart } from '#ui/article/topics.ts'

interface Props {
  readonly params: Promise<{ readonly name: string }>
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const company = nameOfPart((await params).name)
  return company === null ? {} : { title: company, description: `Articles and questions on ${company}.` }
}

/** A company: its figures over time, a quiz on it, and the articles that tell of it. */
export default async function CompanyPage({ params }: Props) {
  const viewer = await enter('read-articles')
  const company = nameOfPart((await params).name)
  if (company === null || !(await getTopic(viewer, 'company', company))) notFound()
  const [found, timelines] = await Promise.all([
    listLibrary(viewer, { company }),
    getTimelines(viewer, company),
  ])
  return (
    <TopicPage
      sort="Company"
      name={company}
      found={found}
      quiz={mixedAddress({ company })}
      all={libraryAddress({ company })}
    >
      <Timelines timelines={timelines} />
    </TopicPage>
  )
}
