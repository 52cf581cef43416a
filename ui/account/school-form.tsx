'use client'

import type { SchoolView } from '#server/accounts/view'
import { Field } from '#ui/form/field.tsx'
import { Form } from '#ui/form/form.tsx'
import type { Act } from '#ui/form/reply.ts'
import { SelectField } from '#ui/form/select-field.tsx'

const WHO = [
  ['open', 'Anyone'],
  ['invited', 'Who has been invited'],
] as const

interface Props {
  readonly school: SchoolView
  readonly updateSchool: Act<unknown>
}

/** Who may make an account, and whose address makes a teacher. */
export function SchoolForm({ school, updateSchool }: Props) {
  return (
    <Form
      label="Save"
      isQuiet
      said="Saved."
      send={({ signUp, teacherDomains = '' }) =>
        updateSchool({ signUp, teacherDomains: teacherDomains.split(/[\s,]+/).filter((each) => each !== '') })
      }
    >
      <SelectField name="signUp" label="Who may make an account" choices={WHO} defaultValue={school.signUp} />
      <Field
        name="teacherDomains"
        label="Domains of teachers"
        hint="Whoever signs in by a service that vouches for an address there is a teacher: school.example"
        defaultValue={school.teacherDomains.join(' ')}
      />
    </Form>
  )
}
