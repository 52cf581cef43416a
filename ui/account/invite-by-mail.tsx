'use client'

import { Field } from '#ui/form/field.tsx'
import { Form } from '#ui/form/form.tsx'
import type { Act } from '#ui/form/reply.ts'
import { RoleField } from './role-field.tsx'

/** Sends an invitation to an address. */
export function InviteByMail({ invite }: { readonly invite: Act<unknown> }) {
  return (
    <Form
      label="Send an invitation"
      isQuiet
      said="On its way. It stands in the list below once it has been sent."
      send={invite}
    >
      <RoleField initial="teacher" />
      <Field name="mail" label="To the address" type="email" required maxLength={254} />
    </Form>
  )
}
