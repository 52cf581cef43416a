import { useRef, useState } from 'react'
import type { StartBody, StartReply } from '#server/attempts/view'
import { UNREACHED } from '#ui/form/reply.ts'
import { ask, createKey } from '#ui/player/ask.ts'
import { leaveStarted } from '#ui/player/started.ts'
import { browserZone } from '#ui/text/browser-zone.ts'

type OwnParts = 'key' | 'zone'
/** What is begun, as the form says it. */
export type Begun = StartBody extends infer Body
  ? Body extends unknown
    ? Omit<Body, OwnParts>
    : never
  : never

/**
 * Begins an attempt and goes to it, once at a time, or says why not. A second press begins nothing twice, unless
 * `forgetKey` has said in between that something else was chosen.
 */
export function useBegin() {
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  // One key as long as it has not worked.
  const key = useRef<string | null>(null)

  const begin = async (begun: Begun): Promise<void> => {
    if (isBusy) return
    setBusy(true)
    setProblem(null)
    key.current ??= createKey()
    const outcome = await ask<StartReply>('/api/attempts', {
      ...begun,
      key: key.current,
      zone: browserZone(),
    })
    if (outcome.sort !== 'done') {
      setBusy(false)
      setProblem(outcome.sort === 'refused' ? outcome.message : UNREACHED)
      return
    }
    const { attempt, view } = outcome.reply
    leaveStarted(view)
    location.assign(`/quiz/${attempt}`)
  }
  const forgetKey = () => {
    key.current = null
  }
  return { begin, forgetKey, isBusy, problem }
}
