'use client'

import { Field } from '#ui/form/field.tsx'
import { Form } from '#ui/form/form.tsx'
import type { Act } from '#ui/form/reply.ts'

/** Has a colleague teach the class too. */
export const AddTeacher = ({ id, add }: { readonly id: string; readonly add: Act<unknown> }) => (
  <Form label="Add" isQuiet send={(fields) => add({ ...fields, class: id })} onDone={() => location.reload()}>
    <Field
      name="mail"
      label="E-mail of another teacher here"
      type="email"
      autoComplete="off"
      required
      maxLength={254}
    />
  </Form>
)
