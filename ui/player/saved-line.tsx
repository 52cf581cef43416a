import { sayCount, sayTime } from '#ui/text/dates.ts'
import { signInAddress } from './addresses.ts'
import type { SessionState } from './state.ts'

function words({ isOffline, isTyping, isHandInWaiting, waiting, savedAt }: SessionState): string {
  const answers = sayCount(waiting.length, 'answer')
  if (isOffline && isHandInWaiting)
    return waiting.length === 0 ? 'Offline: to be handed in' : `Offline: ${answers} waiting, to be handed in`
  if (isOffline) return waiting.length === 0 ? 'Offline' : `Offline: ${answers} waiting`
  if (waiting.length > 0 || isTyping) return 'Saving'
  return savedAt === null ? '' : `Saved ${sayTime(savedAt)}`
}

/** Whether what was answered has arrived, in a line that is always in the same place. */
export function SavedLine({ state }: { readonly state: SessionState }) {
  const { isSignedOut, waiting, attempt } = state
  if (isSignedOut && attempt)
    return (
      <p className="saved" role="status" data-offline="">
        Signed out: {sayCount(waiting.length, 'answer')} waiting.{' '}
        <a href={signInAddress(attempt.id)}>Sign in</a>
      </p>
    )
  return (
    <p className="saved" role="status" data-offline={state.isOffline || undefined}>
      {words(state)}
    </p>
  )
}
