'use client'

import { Field } from '#ui/form/field.tsx'
import { Form } from '#ui/form/form.tsx'
import type { Act } from '#ui/form/reply.ts'

interface Props {
  readonly join: Act<unknown>
  /** What a link has brought along, or nothing. */
  readonly code: string
}

/** Joins the class with a code and shows one's classes. */
export const JoinForm = ({ join, code }: Props) => (
  <Form label="Join" send={join} onDone={() => location.assign('/classes')}>
    <Field
      name="code"
      label="Class code"
      hint="Eight letters and digits, from your teacher."
      defaultValue={code}
      autoComplete="off"
      required
      maxLength={40}
    />
  </Form>
)
