import type { AttemptView } from '#server/attempts/view'

/** Where POST /api/attempts leaves the attempt it has just made, so that the quiz page need not ask again. */
export const startedKey = (id: string): string => `bellwether.started.${id}`

/** Takes what was left there, or null. */
export function takeStarted(id: string): AttemptView | null {
  try {
    const text = sessionStorage.getItem(startedKey(id))
    sessionStorage.removeItem(startedKey(id))
    return text === null ? null : (JSON.parse(text) as AttemptView)
  } catch {
    return null
  }
}
