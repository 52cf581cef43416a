'use client'

import { useState } from 'react'
import type { ForgetReply } from '#server/attempts/view'
import type { ErrorReply } from '#server/refusal-view'

interface Props {
  readonly forget: (sent: object) => Promise<{ readonly done: ForgetReply } | ErrorReply>
}

/** Lets this browser forget its scores; says first what that means. */
export function ForgetScores({ forget }: Props) {
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)

  const press = async () => {
    if (isBusy) return
    setBusy(true)
    const reply = await forget({}).catch(() => null)
    if (reply && 'done' in reply) return location.assign('/me')
    setBusy(false)
    setProblem(reply?.message ?? 'The server cannot be reached. Try again in a moment.')
  }

  return (
    <details className="forget">
      <summary>Forget my scores</summary>
      <p>
        Your scores and open quizzes disappear from this browser for good. Your answers still count, without
        you, in how many readers got a question right.
      </p>
      {problem && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
      <button type="button" className="button" data-quiet="" aria-disabled={isBusy} onClick={press}>
        {isBusy ? 'One moment' : 'Forget them'}
      </button>
    </details>
  )
}
