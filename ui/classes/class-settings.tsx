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
  readonly compare: Act<unknown>
}

/** The name of a class, and putting it away at the end of a year. */
export const ClassSettings = ({
  own: { id, name, isArchived, isCompared },
  rename,
  archive,
  compare,
}: Props) => (
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
      {isCompared
        ? 'Learners who wish it see with their results how the class did: the middle and the middle half, of ten people or more, never who. '
        : 'Learners do not see how the class did. '}
      <Press
        act={compare}
        sent={{ class: id, isCompared: !isCompared }}
        label={isCompared ? 'Do not show it' : 'Let them see it'}
      />
    </p>
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
