import { useEffect, useRef } from 'react'
import type { HandedInView } from '#server/attempts/view'
import { Moment } from '#ui/text/moment.tsx'
import { assignmentAddress } from './addresses.ts'
import { LateLine } from './late-line.tsx'

/** The end of an attempt whose teacher lets it be told later, or not at all. */
export function HandedIn({ handedIn }: { readonly handedIn: HandedInView }) {
  const { assignment, title, submittedAt, answered, count, isEverTold, toldFrom, lateAnswers } = handedIn
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = 'Handed in · Bellwether'
    heading.current?.focus({ preventScroll: true })
  }, [])
  return (
    <div className="quiz results">
      <p className="quiz-title">
        Test: <a href={assignmentAddress(assignment)}>{title}</a>
      </p>
      <h1 ref={heading} tabIndex={-1} className="stem">
        Handed in
      </h1>
      <p>
        {answered} of {count} answered, handed in on <Moment at={submittedAt} />.{' '}
        {isEverTold ? (
          <>
            How it went is told when everybody is done
            {toldFrom !== null && (
              <>
                , on <Moment at={toldFrom} />
              </>
            )}
            .
          </>
        ) : (
          'How it went is not told here. Ask your teacher.'
        )}
      </p>
      <LateLine count={lateAnswers} />
      <p className="actions">
        <a className="button" href={assignmentAddress(assignment)}>
          Back to the quiz’s page
        </a>
      </p>
    </div>
  )
}
