'use client'

import type { ClassView } from '#server/classes/view'
import { Form } from '#ui/form/form.tsx'
import type { Act } from '#ui/form/reply.ts'
import { SelectField } from '#ui/form/select-field.tsx'

interface Props {
  readonly sent: { readonly class: string; readonly person: string }
  readonly others: readonly ClassView[]
  readonly move: Act<unknown>
}

/** Takes a learner into another class of the same teacher. */
export function Move({ sent, others, move }: Props) {
  if (others.length === 0) return null
  return (
    <Form
      label="Move"
      isQuiet
      send={(fields) => move({ ...fields, ...sent })}
      onDone={() => location.reload()}
    >
      <SelectField
        name="to"
        label="To another class"
        choices={others.map(({ id, name }) => [id, name] as const)}
      />
    </Form>
  )
}
