'use client'

import { useEffect } from 'react'

/** The page itself comes first: what it needs, and what the reader does first, are there by then. */
const SETTLED_MS = 4_000

/** Stands in every page, draws nothing, and weighs nothing: what works without a network is fetched once the page has settled. */
export function StartOffline() {
  useEffect(() => {
    const timer = setTimeout(() => {
      import('./wake.ts').then(({ wake }) => wake()).catch(() => {})
    }, SETTLED_MS)
    return () => clearTimeout(timer)
  }, [])
  return null
}
