import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getOwnAssignment } from '#server/assignments/own'
import { enter } from '#server/enter'
import { readId } from '#server/fields'
import { OwnAttempts } from '#ui/assignments/own-attempts.tsx'
import { StartAssigned } from '#ui/assignments/start-assigned.tsx'
import { Terms } from '#ui/assignments/terms.tsx'
import { STATE_WORDS, sayPercent } from '#ui/assignments/words.ts'
import { sayCount } from '#ui/text/dates.ts'

export const metadata: Metadata = { title: 'Quiz of your class', robots: { index: false } }

interface Props {
  readonly params: Promise<{ readonly id: string }>
}

/** Before an assignment: its terms for the one who reads, and what they have done in it. */
export default async function OwnAssignmentPage({ params }: Props) {
  const viewer = await enter('take-assignment')
  const id = readId((await params).id)
  const own = id && (await getOwnAssignment(viewer, id))
  if (!own) notFound()
  const { title, class: name, state, count, minutes, hasWord, left, score, attempts } = own
  const isUnderWay = state === 'under-way'
  const mayBegin = isUnderWay || state === 'open' || (state === 'handed-in' && left !== 0 && !own.isClosed)
  return (
    <div className="frame start account">
      <p className="label">Quiz of {name}</p>
      <h1>{title}</h1>
      <p className="promise">
        {sayCount(count, 'question')}, about {minutes} min. {STATE_WORDS[state]}
        {score === null ? '.' : `, ${sayPercent(score)}.`}
      </p>
      {own.comment !== null && <p className="notice">Your teacher says: {own.comment}</p>}
      <Terms own={own} />
      <noscript>
        <p className="notice">Quizzes need JavaScript: answers are saved and checked as you go.</p>
      </noscript>
      {mayBegin && (
        <StartAssigned
          assignment={own.id}
          hasWord={hasWord && !isUnderWay}
          label={isUnderWay ? 'Go on' : attempts.length > 0 ? 'Take it again' : 'Start'}
        />
      )}
      {attempts.length > 0 && <OwnAttempts attempts={attempts} />}
      <p>
        <a href="/assignments">All quizzes of your classes</a>
      </p>
    </div>
  )
}
