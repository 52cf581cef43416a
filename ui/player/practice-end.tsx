import { sayCount } from '#ui/text/dates.ts'
import type { SessionState } from './state.ts'

interface Props {
  readonly state: SessionState
  readonly onGoOn: () => void
  readonly onEnd: () => void
}

/** Where a practice stands when no question is on the screen: it can go on, unless there is nothing left. */
export function PracticeEnd({ state, onGoOn, onEnd }: Props) {
  const { end, attempt, isChoosing, isSubmitting, isOffline } = state
  return (
    <div className="hand-in">
      <h1 id="stem" tabIndex={-1} className="stem">
        {end === 'nothing-left'
          ? 'Nothing is left that suits you now'
          : `${sayCount(attempt?.count ?? 0, 'question')} so far`}
      </h1>
      {end === 'nothing-left' && (
        <p>You have been asked everything here, and nothing more is due. What you missed comes back later.</p>
      )}
      {isOffline && (
        <p className="notice" role="alert">
          The server cannot be reached. Your answers are kept; try again in a moment.
        </p>
      )}
      <p className="actions">
        {end === null && (
          <button type="button" className="button" onClick={onGoOn} aria-disabled={isChoosing}>
            {isChoosing ? 'One moment' : 'Go on'}
          </button>
        )}
        <button
          type="button"
          className="button"
          data-quiet={end === null ? '' : undefined}
          onClick={onEnd}
          aria-disabled={isSubmitting}
        >
          See your results
        </button>
      </p>
    </div>
  )
}
