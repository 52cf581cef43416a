import { useEffect, useState } from 'react'
import type { ImportView } from '#server/imports/view'
import { ask } from '#ui/player/ask.ts'

/** Milliseconds until the server is asked again how far it has come: first and at last. */
const FIRST_MS = 300
const LAST_MS = 5_000

/** How far an import has come, kept up to date until it has ended; null as long as nothing is known of it. */
export function useImport(id: string, known: ImportView | null): ImportView | null {
  const [told, setTold] = useState(known)
  const isEnded = told !== null && told.state !== 'under-way'
  useEffect(() => {
    if (isEnded) return
    let timer = 0
    let pause = FIRST_MS
    const look = async () => {
      const outcome = await ask<ImportView>(`/api/imports/${id}`)
      if (outcome.sort === 'done') setTold(outcome.reply)
      if (outcome.sort === 'refused') return
      pause = Math.min(LAST_MS, pause * 1.2)
      timer = window.setTimeout(look, pause)
    }
    timer = window.setTimeout(look, FIRST_MS)
    return () => clearTimeout(timer)
  }, [id, isEnded])
  return told
}
