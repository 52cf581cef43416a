'use client'

import { useState } from 'react'
import type { SlipView } from '#server/classes/view'
import { Form } from '#ui/form/form.tsx'
import type { Act } from '#ui/form/reply.ts'
import { TextArea } from '#ui/form/text-area.tsx'
import { Slips } from './slips.tsx'

interface Props {
  readonly id: string
  readonly address: string
  readonly make: Act<{ readonly slips: readonly SlipView[] }>
}

/** Makes accounts for learners who have no address, and shows their slips. */
export function MakeAccounts({ id, address, make }: Props) {
  const [slips, setSlips] = useState<readonly SlipView[]>([])
  if (slips.length > 0) return <Slips slips={slips} address={address} />
  return (
    <Form
      label="Make the accounts"
      isQuiet
      send={(fields) => make({ ...fields, class: id })}
      onDone={(made) => setSlips(made.slips)}
    >
      <TextArea
        name="names"
        label="Names, one a line"
        hint="A first name and an initial is enough. Each gets a slip with a name and a password to sign in with; up to 60 at once."
        rows={6}
        required
      />
    </Form>
  )
}
