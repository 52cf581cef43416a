'use client'

import { Form } from '#ui/form/form.tsx'
import type { Act } from '#ui/form/reply.ts'

interface Props {
  readonly act: Act<unknown>
  readonly sent: unknown
  readonly label: string
  /** Where to go afterwards. */
  readonly next: string
}

/** Does what was previewed. */
export const Confirm = ({ act, sent, label, next }: Props) => (
  <Form label={label} send={() => act(sent)} onDone={() => location.assign(next)} />
)
