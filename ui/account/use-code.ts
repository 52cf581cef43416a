'use client'

import { useEffect, useState } from 'react'

/**
 * The code that a link brought along behind '#', where no server and no log reads it; null while it is not known, '' where
 * there is none. It is taken out of the address bar.
 */
export function useCode(): string | null {
  const [code, setCode] = useState<string | null>(null)
  useEffect(() => {
    setCode((known) => known ?? location.hash.slice(1))
    if (location.hash !== '') history.replaceState(null, '', location.pathname + location.search)
  }, [])
  return code
}
