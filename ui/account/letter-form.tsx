'use client'

import { Field } from '#ui/form/field.tsx'
import { Form } from '#ui/form/form.tsx'
import type { Act } from '#ui/form/reply.ts'
import { SelectField } from '#ui/form/select-field.tsx'

const LETTERS = [
  ['reset-password', 'a link to set a new password'],
  ['sign-in', 'a link that signs me in, once'],
] as const

/** Has a link sent to one's address. What is said is the same whether or not there is an account. */
export function LetterForm({ ask }: { readonly ask: Act<unknown> }) {
  return (
    <Form
      label="Send it"
      said="If there is an account with that address, the link is on its way. Look among the junk too."
      send={ask}
    >
      <Field name="mail" label="E-mail" type="email" autoComplete="username" required maxLength={254} />
      <SelectField name="letter" label="Send me" choices={LETTERS} defaultValue="reset-password" />
    </Form>
  )
}
