'use client'

import { useState } from 'react'
import { type Act, UNREACHED } from './reply.ts'

interface Props<Result> {
  readonly act: Act<Result>
  readonly sent?: unknown
  readonly label: string
  /** What the label leaves out, for who does not see where it stands. */
  readonly about?: string
  /** Where to go afterwards; the page is drawn again where nothing is said. */
  readonly next?: string
}

/** A button that does one thing and says why not. */
export function Press<Result>({ act, sent = {}, label, about, next }: Props<Result>) {
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const press = async () => {
    if (isBusy) return
    setBusy(true)
    setProblem(null)
    const reply = await act(sent).catch(() => null)
    if (reply && 'done' in reply) return next === undefined ? location.reload() : location.assign(next)
    setBusy(false)
    setProblem(reply?.message ?? UNREACHED)
  }
  return (
    <>
      <button type="button" className="text-button" aria-disabled={isBusy} onClick={press}>
        {label}
        {about !== undefined && <span className="unseen"> {about}</span>}
      </button>
      {problem !== null && (
        <span className="problem" role="alert">
          {problem}
        </span>
      )}
    </>
  )
}
