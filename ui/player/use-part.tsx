import { useCallback, useEffect, useState } from 'react'

type Part<Module> =
  | { readonly sort: 'loading' | 'failed'; readonly retry: () => void }
  | { readonly sort: 'here'; readonly part: Module; readonly retry: () => void }

/** Fetches a part of the program when it is first wanted; without a network it says so instead of breaking the page. `fetchPart` must mean the same part each time. */
export function usePart<Module>(fetchPart: () => Promise<Module>, isWanted: boolean): Part<Module> {
  const [held, setHeld] = useState<{ readonly part: Module } | 'failed' | null>(null)
  const [tries, setTries] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same part each time, so the function itself does not count.
  useEffect(() => {
    if (!isWanted) return
    let isCurrent = true
    fetchPart().then(
      (part) => isCurrent && setHeld({ part }),
      () => isCurrent && setHeld('failed'),
    )
    return () => {
      isCurrent = false
    }
  }, [isWanted, tries])
  const retry = useCallback(() => {
    setHeld(null)
    setTries((count) => count + 1)
  }, [])
  if (held === 'failed') return { sort: 'failed', retry }
  return held ? { sort: 'here', part: held.part, retry } : { sort: 'loading', retry }
}
