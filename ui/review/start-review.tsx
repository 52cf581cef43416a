'use client'

import { useRef, useState } from 'react'
import type { StartReply } from '#server/attempts/view'
import { Problem } from '#ui/form/problem.tsx'
import { type Act, UNREACHED } from '#ui/form/reply.ts'
import { ask, createKey } from '#ui/player/ask.ts'

/** Draws today's review and begins it, or goes on with it where it was left. */
export function StartReview({ draw }: { readonly draw: Act<{ readonly set: string }> }) {
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const key = useRef<string | null>(null)

  const begin = async () => {
    if (isBusy) return
    setBusy(true)
    setProblem(null)
    key.current ??= createKey()
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
    const drawn = await draw({ zone }).catch(() => null)
    if (drawn && 'done' in drawn) {
      const body = { set: drawn.done.set, mode: 'practice', key: key.current }
      const outcome = await ask<StartReply>('/api/attempts', body)
      if (outcome.sort === 'done') return location.assign(`/quiz/${outcome.reply.attempt}`)
      setProblem(outcome.sort === 'refused' ? outcome.message : UNREACHED)
    } else setProblem(drawn?.message ?? UNREACHED)
    setBusy(false)
  }

  return (
    <>
      <p>
        <button type="button" className="button" aria-disabled={isBusy} onClick={begin}>
          {isBusy ? 'One moment' : 'Begin'}
        </button>
      </p>
      <Problem words={problem} />
    </>
  )
}
