import type { Metadata } from 'next'
import { enter } from '#server/enter'
import { listTopics } from '#server/library/topics'
import { getPracticeStart, readTopic } from '#server/practice/start'
import { PracticeForm } from '#ui/practice/practice-form.tsx'
import { WhatThereIs } from '#ui/practice/what-there-is.tsx'
import { sayCount } from '#ui/text/dates.ts'

export const metadata: Metadata = { title: 'Practice', robots: { index: false } }

/** Topics of a sort that can be chosen. */
const SHOWN = 100

interface Props {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** Before a practice that chooses each question by the answers so far. */
export default async function PracticePage({ searchParams }: Props) {
  const viewer = await enter('start-attempt')
  const about = readTopic(await searchParams)
  const [start, sectors, concepts] = await Promise.all([
    getPracticeStart(viewer, about),
    listTopics(viewer, 'sector', SHOWN),
    listTopics(viewer, 'concept', SHOWN),
  ])
  const { open, title } = start
  const isEmpty = start.due + start.weak + start.new === 0
  return (
    <div className="frame start">
      <p className="label">Practice</p>
      <h1>{title}</h1>
      <p className="promise">
        One question at a time, chosen by your answers so far: what is due, what you missed, and what is new,
        about as hard as suits you. Nothing is timed; stop when you like.
      </p>
      {open && (
        <p className="notice">
          <a href={`/quiz/${open.attempt}`}>Go on where you stopped</a>: {open.title},{' '}
          {sayCount(open.answered, 'question')} answered.
        </p>
      )}
      {isEmpty ? (
        <p className="notice">
          There is nothing left here that suits you now: you have been asked everything, and nothing is due.
          Come back tomorrow, choose another topic, or read something in <a href="/library">the library</a>.
        </p>
      ) : (
        <WhatThereIs start={start} />
      )}
      <noscript>
        <p className="notice">Practice needs JavaScript: answers are saved and checked as you go.</p>
      </noscript>
      <PracticeForm
        sectors={sectors.map(({ name }) => name)}
        concepts={concepts.map(({ name }) => name)}
        about={about}
        hasOpen={open !== null}
      />
    </div>
  )
}
