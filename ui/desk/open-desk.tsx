'use client'

import { Press } from '#ui/form/press.tsx'
import type { Act } from '#ui/form/reply.ts'

interface Props {
  readonly slug: string
  readonly open: Act<{ readonly desk: string }>
  readonly label: string
}

/** A button that opens one's desk for an article and goes to it. */
export const OpenDesk = ({ slug, open, label }: Props) => (
  <Press act={open} sent={{ slug }} label={label} onDone={({ desk }) => location.assign(`/desks/${desk}`)} />
)
