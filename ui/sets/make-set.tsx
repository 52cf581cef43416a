'use client'

import type { MadeView } from '#server/sets/view'
import { Field } from '#ui/form/field.tsx'
import { Form } from '#ui/form/form.tsx'
import type { Act } from '#ui/form/reply.ts'

interface Props {
  readonly create: Act<MadeView>
  /** What is put into it, in this order. */
  readonly versions?: readonly string[]
  readonly title?: string
  readonly label: string
}

/** Makes a set and goes to it. */
export const MakeSet = ({ create, versions = [], title = '', label }: Props) => (
  <Form
    label={label}
    send={(fields) => create({ ...fields, versions })}
    onDone={(made) => location.assign(`/sets/${made.set}`)}
  >
    <Field
      name="title"
      label="Name"
      hint="Learners read it: Rates and inflation, week 3."
      defaultValue={title}
      required
      maxLength={100}
      autoCapitalize="sentences"
    />
  </Form>
)
