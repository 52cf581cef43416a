'use client'

import type { MadeView } from '#server/sets/view'
import { Press } from '#ui/form/press.tsx'
import type { Act } from '#ui/form/reply.ts'

interface Props {
  readonly act: Act<MadeView>
  readonly sent: unknown
  readonly label: string
}

/** A button that makes a set of something and goes to it. */
export const ToSet = ({ act, sent, label }: Props) => (
  <Press act={act} sent={sent} label={label} onDone={({ set }) => location.assign(`/sets/${set}`)} />
)
