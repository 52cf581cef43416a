'use client'

import { useState } from 'react'
import type { SlipView } from '#server/classes/view'
import { Press } from '#ui/form/press.tsx'
import type { Act } from '#ui/form/reply.ts'
import { Slips } from './slips.tsx'

interface Props {
  readonly sent: { readonly class: string; readonly person: string }
  readonly name: string
  readonly address: string
  readonly reissue: Act<{ readonly slips: readonly SlipView[] }>
}

/** Makes a slip anew; the password on the old one is no good any more. */
export function Reissue({ sent, name, address, reissue }: Props) {
  const [slips, setSlips] = useState<readonly SlipView[]>([])
  if (slips.length > 0) return <Slips slips={slips} address={address} />
  return (
    <Press
      act={reissue}
      sent={sent}
      label="Make a new slip"
      about={`for ${name}`}
      onDone={(made) => setSlips(made.slips)}
    />
  )
}
