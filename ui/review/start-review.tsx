'use client'

import { useRef, useState } from 'react'
import { Problem } from '#ui/form/problem.tsx'
import type { Act } from '#ui/form/reply.ts'
import { createKey } from '#ui/player/ask.ts'
import { beginReview } from './begin-review.ts'

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
    const begun = await beginReview(draw, key.current)
    if ('started' in begun) return location.assign(`/quiz/${begun.started.attempt}`)
    setProblem(begun.problem)
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
