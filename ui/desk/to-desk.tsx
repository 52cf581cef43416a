'use client'

import { Press } from '#ui/form/press.tsx'
import type { Act } from '#ui/form/reply.ts'

interface Props {
  readonly act: Act<{ readonly desk: string }>
  readonly sent: unknown
  readonly label: string
}

/** A button that comes to a desk, one's own or a colleague's, and goes there. */
export const ToDesk = ({ act, sent, label }: Props) => (
  <Press act={act} sent={sent} label={label} onDone={({ desk }) => location.assign(`/desks/${desk}`)} />
)
