import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { enter } from '#server/enter'
import { getStart } from '#server/quizzes/start'
import { StartForm } from '#ui/start/start-form.tsx'
import { sayCount, sayDay } from '#ui/text/dates.ts'

export const metadata: Metadata = { title: 'Start a quiz' }

interface Props {
  readonly params: Promise<{ readonly slug: string }>
}

/** Before a quiz: how long it is, from when, and how one would like it. */
export default async function StartPage({ params }: Props) {
  const viewer = await enter('start-attempt')
  const start = await getStart(viewer, (await params).slug)
  if (!start) notFound()
  const { slug, title, date, corrected, set, count, minutes, open } = start
  return (
    <div className="frame start">
      <p className="label">Quiz</p>
      <h1>{title}</h1>
      <p className="promise">
        {sayCount(count, 'question')}, about {minutes} min, from{' '}
        <a href={`/articles/${slug}`}>an article of {sayDay(date)}</a>
        {corrected && (
          <>
            ,{' '}
            <a href={`/articles/${slug}/corrections`}>
              corrected {sayDay(corrected.at)}, revision {corrected.revision}
            </a>
          </>
        )}
        . Take your time: nothing is timed.
      </p>
      {open && (
        <div className="open-list">
          <h2>You have begun this one</h2>
          <p>
            {open.answered} of {count} answered, {open.mode === 'test' ? 'as a test' : 'in practice'}.
          </p>
          <p>
            <a className="button" href={`/quiz/${open.attempt}`}>
              Go on
            </a>
          </p>
        </div>
      )}
      <noscript>
        <p className="notice">Quizzes need JavaScript: answers are saved and checked as you go.</p>
      </noscript>
      <StartForm quiz={{ set }} hasOpen={open !== null} />
    </div>
  )
}
