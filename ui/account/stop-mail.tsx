'use client'

import { Form } from '#ui/form/form.tsx'
import type { Act } from '#ui/form/reply.ts'

/** One press, and letters of that sort stop. */
export function StopMail({ stop, token }: { readonly stop: Act<unknown>; readonly token: string }) {
  return (
    <Form
      label="Stop them"
      said="Stopped. You can have them again from your account."
      send={() => stop({ token })}
    >
      <p>You will get no more letters of the sort in which you followed this link.</p>
    </Form>
  )
}
