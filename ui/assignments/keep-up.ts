import type { StandingsView } from '#server/assignments/view'
import { ask } from '#ui/player/ask.ts'

/** Milliseconds from one look to the next at the least; where looking takes long, so many times that. */
const PAUSE = 1_500
const SLOWER = 4
/** When to look again though nothing was told: something on the way may hold events back. */
const UNTOLD = 30_000
/** When to ask again for a stream that was refused. */
const AGAIN = 15_000

/**
 * Follows an assignment: a stream of events says that something has changed, and how everybody stands is asked for. While
 * the page is not looked at nothing is asked, and everything when it is again. Gives what stops it.
 */
export function keepUp(
  path: string,
  onStandings: (standings: StandingsView) => void,
  onProblem: (words: string | null) => void,
): () => void {
  let stream: EventSource | null = null
  let isOver = false
  let isLooking = false
  let isStale = false
  let timer: ReturnType<typeof setTimeout> | undefined
  let retry: ReturnType<typeof setTimeout> | undefined

  const look = async () => {
    clearTimeout(timer)
    isLooking = true
    isStale = false
    const began = performance.now()
    const outcome = await ask<StandingsView>(`${path}/standings`)
    const took = performance.now() - began
    if (isOver) return
    if (outcome.sort === 'done') {
      onStandings(outcome.reply)
      onProblem(null)
    } else if (outcome.sort === 'refused') {
      stop()
      return onProblem('This quiz is no longer here for you to watch.')
    } else if (outcome.isSignedOut) {
      stop()
      return onProblem('You are signed out. Sign in again to go on watching.')
    } else onProblem('The server cannot be reached; this is how it stood before. It is tried again.')
    timer = setTimeout(
      () => {
        isLooking = false
        if (isStale) return void look()
        timer = setTimeout(look, UNTOLD)
      },
      Math.max(PAUSE, took * SLOWER),
    )
  }
  const tell = () => {
    isStale = true
    if (!isLooking && stream !== null) void look()
  }
  const open = () => {
    if (stream !== null || document.hidden) return
    clearTimeout(timer)
    timer = setTimeout(look, UNTOLD)
    const opened = new EventSource(`${path}/watch`)
    stream = opened
    opened.onmessage = tell
    opened.onerror = () => {
      // It comes back by itself, unless it was refused; whatever has happened meanwhile, looking tells.
      tell()
      if (opened.readyState !== EventSource.CLOSED || stream !== opened) return
      close()
      retry = setTimeout(open, AGAIN)
    }
  }
  const close = () => {
    clearTimeout(retry)
    stream?.close()
    stream = null
  }
  const turn = () => {
    if (!document.hidden) return open()
    close()
    clearTimeout(timer)
    isLooking = false
  }
  const stop = () => {
    isOver = true
    document.removeEventListener('visibilitychange', turn)
    close()
    clearTimeout(timer)
  }
  document.addEventListener('visibilitychange', turn)
  open()
  return stop
}
