'use client'

import { Field } from '#ui/form/field.tsx'
import { Form } from '#ui/form/form.tsx'
import type { Act } from '#ui/form/reply.ts'

/** Makes a class and goes to it. */
export const CreateClass = ({ create }: { readonly create: Act<{ readonly class: string }> }) => (
  <Form label="Make the class" send={create} onDone={(made) => location.assign(`/classes/${made.class}`)}>
    <Field
      name="name"
      label="Name"
      hint="As your learners know it: Business 10B."
      required
      maxLength={100}
      autoCapitalize="words"
    />
  </Form>
)
