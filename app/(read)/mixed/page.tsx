import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { enter } from '#server/enter'
import { getMixedStart } from '#server/quizzes/mixed'
import { StartForm } from '#ui/start/start-form.tsx'
import { sayCount } from '#ui/text/dates.ts'

export const metadata: Metadata = { title: 'Start a mixed quiz', robots: { index: false } }

interface Props {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** Before a quiz over several articles, of the whole library or of one concept or company: other questions each time. */
export default async function MixedPage({ searchParams }: Props) {
  const viewer = await enter('start-attempt')
  const { concept, company } = await searchParams
  const limits = {
    ...(typeof concept === 'string' ? { concepts: [concept] } : {}),
    ...(typeof company === 'string' ? { companies: [company] } : {}),
  }
  const start = await getMixedStart(viewer, limits, randomUUID())
  return (
    <div className="frame start">
      <p className="label">Quiz</p>
      <h1>{start?.title ?? 'A mixed quiz'}</h1>
      {start ? (
        <>
          <p className="promise">
            {sayCount(start.count, 'question')}, about {start.minutes} min, from{' '}
            {sayCount(start.articles, 'article')} of <a href="/library">the library</a>. Take your time:
            nothing is timed.
          </p>
          <noscript>
            <p className="notice">Quizzes need JavaScript: answers are saved and checked as you go.</p>
          </noscript>
          <StartForm quiz={{ mixed: start.mixed }} hasOpen={false} />
        </>
      ) : (
        <p className="notice">
          No question of the library fits here. <a href="/mixed">Take a mixed quiz over all of it</a>, or
          choose from <a href="/library">the library</a>.
        </p>
      )}
    </div>
  )
}
