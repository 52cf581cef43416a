'use client'

import { Press } from '#ui/form/press.tsx'
import type { Act } from '#ui/form/reply.ts'

interface Props {
  readonly code: string
  readonly join: Act<{ readonly desk: string }>
}

/** A button that comes to a colleague's desk. */
export const JoinDesk = ({ code, join }: Props) => (
  <Press
    act={join}
    sent={{ code }}
    label="Work at this desk"
    onDone={({ desk }) => location.assign(`/desks/${desk}`)}
  />
)
