import { useEffect, useState } from 'react'
import { sayCount } from '#ui/text/dates.ts'

/** The page itself comes first: what it needs, and what the reader does first, are there by then. */
const SETTLED_MS = 4_000

/**
 * Stands in every page and weighs nothing: what works without a network is fetched once the page has settled. Says how many
 * answers wait on this device, where some do that this page does not speak of itself.
 */
export function StartOffline() {
  const [waiting, setWaiting] = useState(0)
  useEffect(() => {
    const timer = setTimeout(() => {
      import('./wake.ts').then(({ wake }) => wake(setWaiting)).catch(() => {})
    }, SETTLED_MS)
    return () => clearTimeout(timer)
  }, [])
  if (waiting === 0) return null
  return (
    <p className="waiting-note" role="status">
      <a href="/offline">{sayCount(waiting, 'answer')} waiting on this device</a>
    </p>
  )
}
