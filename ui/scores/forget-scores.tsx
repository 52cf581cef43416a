'use client'

import type { ForgetReply } from '#server/attempts/view'
import { Problem } from '#ui/form/problem.tsx'
import type { Act } from '#ui/form/reply.ts'
import { useAct } from '#ui/form/use-act.ts'
import { clearDevice, sendWhatWaits } from '#ui/offline/leave.ts'

interface Props {
  readonly forget: Act<ForgetReply>
}

/** Lets this browser forget its scores; says first what that means. */
export function ForgetScores({ forget }: Props) {
  const { run, isBusy, problem } = useAct(forget)
  const press = async () => {
    const { owners } = await sendWhatWaits()
    if (!(await run({}))) return
    await clearDevice(owners)
    location.assign('/me')
  }

  return (
    <details className="forget">
      <summary>Forget my scores</summary>
      <p>
        Your scores and open quizzes disappear from this browser for good. Your answers still count, without
        you, in how many readers got a question right.
      </p>
      <Problem words={problem} />
      <button type="button" className="button" data-quiet="" aria-disabled={isBusy} onClick={press}>
        {isBusy ? 'One moment' : 'Forget them'}
      </button>
    </details>
  )
}
