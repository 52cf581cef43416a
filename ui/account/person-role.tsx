'use client'

import type { Role } from '#server/accounts/view'
import { Form } from '#ui/form/form.tsx'
import type { Act } from '#ui/form/reply.ts'
import { RoleField } from './role-field.tsx'

interface Props {
  readonly id: string
  readonly role: Role
  readonly changeRole: Act<unknown>
}

/** Makes one person something else. */
export const PersonRole = ({ id, role, changeRole }: Props) => (
  <Form
    label="Change the role"
    isQuiet
    send={(fields) => changeRole({ ...fields, person: id })}
    onDone={() => location.reload()}
  >
    <RoleField initial={role} />
  </Form>
)
