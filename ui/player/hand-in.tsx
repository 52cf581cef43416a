import type { AttemptView, ItemView } from '#server/attempts/view'
import { sayCount } from '#ui/text/dates.ts'
import type { Session } from './session.ts'
import type { SessionState } from './state.ts'

interface Props {
  readonly session: Session
  readonly state: SessionState
  readonly attempt: AttemptView
  readonly isDone: (item: ItemView) => boolean
  readonly onGo: (place: number) => void
}

/** The last page before the score: what is still open, and the button that ends the attempt. */
export function HandIn({ session, state, attempt, isDone, onGo }: Props) {
  const isPractice = attempt.mode === 'practice'
  const open = attempt.items.filter((item) =>
    isPractice ? !isDone(item) : (state.drafts[item.position]?.answer ?? null) === null,
  )
  if (state.isHandInWaiting)
    return (
      <div className="hand-in">
        <h1 id="stem" tabIndex={-1} className="stem">
          Handed in on this device
        </h1>
        <p role="status">
          {state.waiting.length > 0 && `${sayCount(state.waiting.length, 'answer')} and `}
          {state.waiting.length > 0 ? 'the' : 'The'} handing-in will be sent when the network is back, by
          themselves. Nothing is lost if you close this page.
        </p>
        <p className="actions">
          <button type="button" className="button" onClick={() => session.retry()}>
            Try now
          </button>
          <button type="button" className="text-button" onClick={() => session.goOn()}>
            Not yet: go on answering
          </button>
        </p>
      </div>
    )
  return (
    <div className="hand-in">
      <h1 id="stem" tabIndex={-1} className="stem">
        {open.length === 0
          ? 'That was the last question.'
          : `${sayCount(open.length, 'question')} still open`}
      </h1>
      {open.length > 0 && (
        <>
          <p>{isPractice ? 'Not yet checked:' : 'Not yet answered:'}</p>
          <ul className="open-places">
            {open.map(({ position }) => (
              <li key={position}>
                <button type="button" className="button" data-quiet="" onClick={() => onGo(position)}>
                  Question {position}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      {state.waiting.length > 0 && state.isOffline && (
        <p className="notice">
          {sayCount(state.waiting.length, 'answer')} will be sent when the network is back. Nothing is lost if
          you close this page.
        </p>
      )}
      <p className="actions">
        <button
          type="button"
          className="button"
          onClick={() => session.submit()}
          aria-disabled={state.isSubmitting}
        >
          {state.isSubmitting ? 'One moment' : isPractice ? 'See your results' : 'Hand in'}
        </button>
        {open.length > 0 && <span className="soft">Open questions count as no answer.</span>}
      </p>
    </div>
  )
}
