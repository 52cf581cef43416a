'use client'

import { Form } from '#ui/form/form.tsx'
import type { Act } from '#ui/form/reply.ts'
import { NewPassword } from './password-fields.tsx'
import { useCode } from './use-code.ts'

/** Sets a new password by the code that a link brought. */
export function NewPasswordForm({ reset }: { readonly reset: Act<unknown> }) {
  const code = useCode()
  if (code === '')
    return (
      <p className="notice">
        A new password is set by a link. Ask your teacher, or whoever runs this site, for one.
      </p>
    )
  return (
    <Form
      label="Set the password"
      send={({ password }) => reset({ code: code ?? '', password })}
      onDone={() => location.assign('/sign-in')}
    >
      <NewPassword label="New password" hint="Eight characters or more. You will be signed out everywhere." />
    </Form>
  )
}
