'use client'

import { Press } from '#ui/form/press.tsx'
import type { Act } from '#ui/form/reply.ts'

interface Props {
  readonly act: Act<{ readonly desk: string; readonly draft: string }>
  readonly question: string
}

/** Opens a question at a desk of one's own, and goes there. */
export const ToDraft = ({ act, question }: Props) => (
  <Press
    act={act}
    sent={{ question }}
    label="Open it at your desk"
    onDone={({ desk, draft }) => location.assign(`/desks/${desk}?draft=${draft}`)}
  />
)
