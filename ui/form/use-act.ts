'use client'

import { useState } from 'react'
import { type Act, type Reply, UNREACHED } from './reply.ts'

/**
 * Calls a server action, once at a time. `run` gives what was done, or null with the reason in `problem`; after what was
 * done it stays busy, for the page mostly goes elsewhere, until `release`.
 */
export function useAct<Result>(act: Act<Result>) {
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const run = async (sent: unknown): Promise<Extract<Reply<Result>, { done: Result }> | null> => {
    if (isBusy) return null
    setBusy(true)
    setProblem(null)
    const reply = await act(sent).catch(() => null)
    if (reply && 'done' in reply) return reply
    setBusy(false)
    setProblem(reply?.message ?? UNREACHED)
    return null
  }
  return { run, isBusy, problem, release: () => setBusy(false) }
}
