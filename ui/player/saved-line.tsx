import { sayCount, sayTime } from '#ui/text/dates.ts'
import type { SessionState } from './session.ts'

function words({ isOffline, isTyping, waiting, savedAt }: SessionState): string {
  if (isOffline)
    return waiting.length === 0 ? 'Offline' : `Offline: ${sayCount(waiting.length, 'answer')} waiting`
  if (waiting.length > 0 || isTyping) return 'Saving'
  return savedAt === null ? '' : `Saved ${sayTime(savedAt)}`
}

/** Whether what was answered has arrived, in a line that is always in the same place. */
export function SavedLine({ state }: { readonly state: SessionState }) {
  return (
    <p className="saved" role="status" data-offline={state.isOffline || undefined}>
      {words(state)}
    </p>
  )
}
