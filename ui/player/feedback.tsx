import type { ReactNode, RefObject } from 'react'
import type { Confidence, FeedbackView } from '#server/attempts/view'
import { Cross, Tick } from '#ui/frame/icons.tsx'
import { withoutQuotes } from '#ui/text/without-quotes.ts'
import { sayConfidence } from './confidence.tsx'
import { Passages } from './passage.tsx'

/** 'Correct', or 'Not quite: the answer is 8%, you said 12%'. */
export function verdictOf({ mark, key, given }: FeedbackView): string {
  if (mark === 1) return 'Correct'
  if (given === '') return `The answer is ${key}`
  return `Not quite: the answer is ${key}, you said ${given}`
}

function crowdOf({ howMany: { answered, right } }: FeedbackView): string {
  if (answered <= 1) return 'You are the first to answer this question.'
  if (answered < 10) return `${right} of ${answered} readers got this right.`
  return `${Math.round((right / answered) * 100)}% of ${answered.toLocaleString('en')} readers got this right.`
}

interface Props {
  readonly feedback: FeedbackView
  readonly confidence: Confidence | undefined
  readonly headingRef?: RefObject<HTMLHeadingElement | null>
  readonly onSource?: () => void
  /** The way on. */
  readonly children?: ReactNode
}

/** What is told once an answer is in: the verdict, the passage that settles it, why, and how others fared. */
export function Feedback({ feedback, confidence, headingRef, onSource, children }: Props) {
  const { mark, why, correction, explanation, passages } = feedback
  const isRight = mark === 1
  const because = withoutQuotes(
    explanation,
    passages.map(({ quote }) => quote),
  )
  return (
    <section className="feedback" aria-labelledby="verdict">
      <h2 id="verdict" ref={headingRef} tabIndex={-1} data-standing={isRight ? 'right' : 'wrong'}>
        {isRight ? <Tick /> : <Cross />}
        {verdictOf(feedback)}
      </h2>
      <Passages passages={passages} />
      <div className="reasons">
        {why && <p>{why}</p>}
        {correction && !isRight && (
          <p>
            <b>As it was:</b> {correction}
          </p>
        )}
        {because && because !== why && because !== correction && <p>{because}</p>}
        {confidence === 'certain' && !isRight && <p>You were certain: worth a second look at the passage.</p>}
        <p className="soft small">
          {confidence && isRight && `You said: ${sayConfidence(confidence)}. `}
          {crowdOf(feedback)}
        </p>
      </div>
      <p className="actions">
        {children}
        {onSource && (
          <button type="button" className="text-button" onClick={onSource}>
            Open in article
          </button>
        )}
      </p>
    </section>
  )
}
