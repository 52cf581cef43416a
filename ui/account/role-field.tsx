import { useId } from 'react'
import type { Role } from '#server/accounts/view'

const ROLES: readonly (readonly [Exclude<Role, 'guest'>, string])[] = [
  ['learner', 'Learner'],
  ['teacher', 'Teacher'],
  ['admin', 'Admin'],
]

/** Chooses what somebody may be. */
export function RoleField({ initial }: { readonly initial: Role }) {
  const id = useId()
  return (
    <p className="form-line">
      <label htmlFor={id}>Role</label>
      <select id={id} name="role" className="field" defaultValue={initial}>
        {ROLES.map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </p>
  )
}
