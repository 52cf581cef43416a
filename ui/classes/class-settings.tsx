'use client'

import type { TaughtClassView } from '#server/classes/view'
import { Field } from '#ui/form/field.tsx'
import { Form } from '#ui/form/form.tsx'
import { Press } from '#ui/form/press.tsx'
import type { Act } from '#ui/form/reply.ts'

interface Props {
  readonly own: TaughtClassView
  readonly rename: Act<unknown>
  readonly archive: Act<unknown>
}

/** The name of a class, and putting it away at the end of a year. */
export const ClassSettings = ({ own: { id, name, isArchived }, rename, archive }: Props) => (
  <>
    <Form
      label="Change the name"
      isQuiet
      send={(fields) => rename({ ...fields, class: id })}
      onDone={() => location.reload()}
    >
      <Field name="name" label="Name" defaultValue={name} required maxLength={100} autoCapitalize="words" />
    </Form>
    <p>
      {isArchived
        ? 'It is put away: everything in it is kept, and nobody joins it. '
        : 'At the end of the year a class can be put away. Everything in it is kept. '}
      <Press
        act={archive}
        sent={{ class: id, isArchived: !isArchived }}
        label={isArchived ? 'Take it out again' : 'Put it away'}
      />
    </p>
  </>
)
