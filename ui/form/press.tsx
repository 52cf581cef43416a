'use client'

import type { Act } from './reply.ts'
import { useAct } from './use-act.ts'
import { useAwake } from './use-awake.ts'

interface Props<Result> {
  readonly act: Act<Result>
  readonly sent?: unknown
  readonly label: string
  /** What the label leaves out, for who does not see where it stands. */
  readonly about?: string
  /** Where to go afterwards; the page is drawn again where nothing is said. */
  readonly next?: string
  /** What is done instead with what came of it. */
  readonly onDone?: (result: Result) => void
}

/** A button that does one thing and says why not. */
export function Press<Result>({ act, sent = {}, label, about, next, onDone }: Props<Result>) {
  const { run, isBusy, problem } = useAct(act)
  const isAwake = useAwake()
  const press = async () => {
    const reply = await run(sent)
    if (!reply) return
    if (onDone) onDone(reply.done)
    else if (next === undefined) location.reload()
    else location.assign(next)
  }
  return (
    <>
      <button
        type="button"
        className="text-button"
        disabled={!isAwake}
        aria-disabled={isBusy}
        onClick={press}
      >
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
