'use client'

import { useState } from 'react'
import type { Act } from '#ui/form/reply.ts'
import { useAct } from '#ui/form/use-act.ts'
import { clearDevice, sendWhatWaits } from '#ui/offline/leave.ts'
import { sayCount } from '#ui/text/dates.ts'

/** Signs out and removes what this device keeps of whoever does; first says what would be lost by it. */
export function SignOut({ signOut }: { readonly signOut: Act<unknown> }) {
  const { run, isBusy, problem } = useAct(signOut)
  const [lost, setLost] = useState(0)

  const leave = async (isSure: boolean) => {
    const { owners, answers } = await sendWhatWaits()
    if (answers > 0 && !isSure) return setLost(answers)
    if (!(await run({}))) return
    await clearDevice(owners)
    location.assign('/')
  }
  return (
    <>
      <button type="button" className="text-button" aria-disabled={isBusy} onClick={() => leave(lost > 0)}>
        {lost > 0 ? 'Sign out all the same' : 'Sign out'}
      </button>
      {lost > 0 && (
        <span className="problem" role="alert">
          {sayCount(lost, 'answer')} could not be sent yet. Signing out removes what this device keeps of you,
          and {lost === 1 ? 'that answer' : 'those answers'} with it.
        </span>
      )}
      {problem !== null && (
        <span className="problem" role="alert">
          {problem}
        </span>
      )}
    </>
  )
}
