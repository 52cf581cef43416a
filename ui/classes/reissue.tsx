'use client'

import { useState } from 'react'
import type { SlipView } from '#server/classes/view'
import type { Act } from '#ui/form/reply.ts'
import { useAct } from '#ui/form/use-act.ts'
import { Slips } from './slips.tsx'

interface Props {
  readonly sent: { readonly class: string; readonly person: string }
  readonly name: string
  readonly address: string
  readonly reissue: Act<{ readonly slips: readonly SlipView[] }>
}

/** Makes a slip anew; the password on the old one is no good any more. */
export function Reissue({ sent, name, address, reissue }: Props) {
  const { run, isBusy, problem } = useAct(reissue)
  const [slips, setSlips] = useState<readonly SlipView[]>([])
  if (slips.length > 0) return <Slips slips={slips} address={address} />
  const press = async () => {
    const reply = await run(sent)
    if (reply) setSlips(reply.done.slips)
  }
  return (
    <>
      <button type="button" className="text-button" aria-disabled={isBusy} onClick={press}>
        Make a new slip<span className="unseen"> for {name}</span>
      </button>
      {problem !== null && (
        <span className="problem" role="alert">
          {problem}
        </span>
      )}
    </>
  )
}
