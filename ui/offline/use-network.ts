import { useEffect, useState, useSyncExternalStore } from 'react'
import { ownersHere, tend } from './tend.ts'

/** How long until the server is asked again. */
const AGAIN_MS = 10_000

function subscribe(listener: () => void): () => void {
  addEventListener('online', listener)
  addEventListener('offline', listener)
  return () => {
    removeEventListener('online', listener)
    removeEventListener('offline', listener)
  }
}

/** Whether there is a network, as far as the browser knows; true while the page is drawn by the build. */
const useSignal = (): boolean =>
  useSyncExternalStore(
    subscribe,
    () => navigator.onLine,
    () => true,
  )

/**
 * Whether the server can be reached. It is asked, since browsers call much a network that leads nowhere, and asked again
 * until it answers and nothing waits any more; what waits is sent, after which `onTended` is called.
 */
export function useNetwork(onTended: () => Promise<void>): boolean {
  const hasSignal = useSignal()
  const [isReached, setReached] = useState(true)
  useEffect(() => {
    if (!hasSignal) return
    let timer = 0
    let isOver = false
    const look = async () => {
      const isThere = (await ownersHere()) !== 'away'
      const isDone = isThere && (await tend().catch(() => false))
      if (isOver) return
      setReached(isThere)
      await onTended()
      if (!isDone && !isOver) timer = window.setTimeout(look, AGAIN_MS)
    }
    void look()
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [hasSignal, onTended])
  return hasSignal && isReached
}
