import type { ReactNode, RefObject } from 'react'
import type { Kind } from '#core/learner'
import type { AnswerView, Confidence, FeedbackView } from '#server/attempts/view'
import { sayTry, standingOf, verdictOf } from '#ui/questions/verdict.ts'
import { RegradeStamp } from '#ui/regrades/stamp.tsx'
import { sayScore } from '#ui/text/score.ts'
import { withoutQuotes } from '#ui/text/without-quotes.ts'
import { sayConfidence } from './confidence.tsx'
import { Passages } from './passage.tsx'
import { StandingIcon } from './standing.tsx'

function crowdOf({ howMany: { answered, right } }: FeedbackView): string {
  if (answered <= 1) return 'You are the first to answer this question.'
  if (answered < 10) return `${right} of ${answered} readers got this right.`
  return `${Math.round((right / answered) * 100)}% of ${answered.toLocaleString('en')} readers got this right.`
}

interface Props {
  readonly kind: Kind
  readonly answer: AnswerView
  readonly feedback: FeedbackView
  readonly confidence: Confidence | undefined
  readonly headingRef?: RefObject<HTMLHeadingElement | null>
  readonly onSource?: () => void
  /** The way on. */
  readonly children?: ReactNode
}

/** What is told once an answer is in: the verdict, the passage that settles it, why, and how others fared. */
export function Feedback({ kind, answer, feedback, confidence, headingRef, onSource, children }: Props) {
  const { why, correction, explanation, passages } = feedback
  const standing = standingOf(feedback)
  const isRight = standing === 'right'
  const because = withoutQuotes(
    explanation,
    passages.map(({ quote }) => quote),
  )
  return (
    <section className="feedback" aria-labelledby="verdict">
      <h2 id="verdict" ref={headingRef} tabIndex={-1} data-standing={standing}>
        <StandingIcon standing={standing} />
        {verdictOf(kind, feedback, answer as never)}
      </h2>
      {feedback.regraded && (
        <p>
          <RegradeStamp regraded={feedback.regraded} />
        </p>
      )}
      {passages.length > 0 ? (
        <Passages passages={passages} />
      ) : (
        <p className="notice">Your teacher brought this question; it has no source here.</p>
      )}
      <div className="reasons">
        {why && <p>{why}</p>}
        {correction && !isRight && (
          <p>
            <b>As it was:</b> {correction}
          </p>
        )}
        {because && because !== why && because !== correction && <p>{because}</p>}
        {confidence === 'certain' && standing === 'wrong' && passages.length > 0 && (
          <p>You were certain: worth a second look at the passage.</p>
        )}
        <p className="soft small">
          {confidence && isRight && `You said: ${sayConfidence(confidence)}. `}
          {standing === 'partly' &&
            `Counts as ${sayScore(feedback.mark)} of 1${feedback.tries ? ` at ${sayTry(feedback.tries)}` : ''}. `}
          {crowdOf(feedback)}
        </p>
      </div>
      <p className="actions">
        {children}
        {onSource && passages.length > 0 && (
          <button type="button" className="text-button" onClick={onSource}>
            Open in article
          </button>
        )}
      </p>
    </section>
  )
}
