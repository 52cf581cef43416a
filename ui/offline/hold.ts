/** Told to the other pages of the app when everything was removed from this device. */
export const LEFT = 'bellwether.left'

/** While a page has a quiz open, it sends what waits of it itself, and nobody else does. */
export const lockOf = (attempt: string): string => `bellwether.quiz.${attempt}`

/** Holds a quiz for this page, and leaves the page when everything is removed from this device; the result lets go. */
export function holdQuiz(attempt: string): () => void {
  let letGo = () => {}
  const held = new Promise<void>((resolve) => {
    letGo = resolve
  })
  void navigator.locks?.request(lockOf(attempt), { mode: 'shared' }, () => held).catch(() => {})
  const channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel(LEFT) : null
  channel?.addEventListener('message', () => location.replace('/'))
  return () => {
    letGo()
    channel?.close()
  }
}
