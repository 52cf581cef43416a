import { useState } from 'react'
import type { ErrorReply } from '#server/refusal-view'
import { UNREACHED } from '#ui/form/reply.ts'

/** Sends a file to be brought in, once at a time. */
export function useSend(onWanted: (id: string) => void) {
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const send = async (body: Blob, about: Readonly<Record<string, string>> = {}): Promise<void> => {
    if (isBusy) return
    setBusy(true)
    setProblem(null)
    const told = new URLSearchParams(Object.entries(about).filter(([, value]) => value !== ''))
    try {
      const response = await fetch(`/api/imports?${told}`, {
        method: 'POST',
        headers: { 'content-type': 'application/octet-stream' },
        body,
      })
      const reply = (await response.json()) as { readonly import: string } | ErrorReply
      if ('import' in reply) onWanted(reply.import)
      else setProblem(reply.message)
    } catch {
      setProblem(UNREACHED)
    }
    setBusy(false)
  }
  return { send, isBusy, problem }
}
