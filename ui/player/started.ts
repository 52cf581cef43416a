import type { AttemptView } from '#server/attempts/view'

/** An attempt that was just made waits here for its quiz page, which then need not ask for it again. */
const PREFIX = 'bellwether.started.'

/** Leaves it there; where storage is closed to us the quiz page fetches it. */
export function leaveStarted(view: AttemptView): void {
  try {
    sessionStorage.setItem(PREFIX + view.id, JSON.stringify(view))
  } catch {
    // As said.
  }
}

/** Takes what was left there, or null. */
export function takeStarted(id: string): AttemptView | null {
  try {
    const text = sessionStorage.getItem(PREFIX + id)
    sessionStorage.removeItem(PREFIX + id)
    return text === null ? null : (JSON.parse(text) as AttemptView)
  } catch {
    return null
  }
}

/** Removes all that was left there. */
export function forgetStarted(): void {
  try {
    for (const key of Object.keys(sessionStorage)) if (key.startsWith(PREFIX)) sessionStorage.removeItem(key)
  } catch {
    // Storage that is closed to us holds nothing of ours.
  }
}
