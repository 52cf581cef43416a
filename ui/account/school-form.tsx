'use client'

import { useId } from 'react'
import type { SchoolView } from '#server/accounts/view'
import { Form } from './form.tsx'
import type { Act } from './reply.ts'

interface Props {
  readonly school: SchoolView
  readonly updateSchool: Act<unknown>
}

/** Who may make an account, and whose address makes a teacher. */
export function SchoolForm({ school, updateSchool }: Props) {
  const [who, domains] = [useId(), useId()]
  return (
    <Form
      label="Save"
      isQuiet
      said="Saved."
      send={({ signUp, teacherDomains = '' }) =>
        updateSchool({ signUp, teacherDomains: teacherDomains.split(/[\s,]+/).filter((each) => each !== '') })
      }
    >
      <p className="form-line">
        <label htmlFor={who}>Who may make an account</label>
        <select id={who} name="signUp" className="field" defaultValue={school.signUp}>
          <option value="open">Anyone</option>
          <option value="invited">Who has been invited</option>
        </select>
      </p>
      <p className="form-line">
        <label htmlFor={domains}>Domains of teachers</label>
        <input
          id={domains}
          name="teacherDomains"
          className="field"
          autoCapitalize="none"
          spellCheck={false}
          aria-describedby={`${domains}-hint`}
          defaultValue={school.teacherDomains.join(' ')}
        />
        <small id={`${domains}-hint`}>
          Whoever signs in by a service that vouches for an address there is a teacher: school.example
        </small>
      </p>
    </Form>
  )
}
