'use client'

import { Form } from '#ui/form/form.tsx'
import type { Act } from '#ui/form/reply.ts'
import { useCode } from './use-code.ts'

/** Confirms an address by the code that a link brought: by a press, for programs that read mail follow links too. */
export function ConfirmMail({ confirm }: { readonly confirm: Act<unknown> }) {
  const code = useCode()
  if (code === '')
    return (
      <p className="notice">
        An address is confirmed by the link that was sent to it. You can have it sent again from{' '}
        <a href="/account">your account</a>.
      </p>
    )
  return (
    <Form label="Yes, it is my address" said="Confirmed." send={() => confirm({ code: code ?? '' })}>
      <p>You have followed a link that was sent to your address.</p>
    </Form>
  )
}
