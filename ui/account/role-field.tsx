import type { Role } from '#server/accounts/view'
import { SelectField } from '#ui/form/select-field.tsx'

const ROLES: readonly (readonly [Exclude<Role, 'guest'>, string])[] = [
  ['learner', 'Learner'],
  ['teacher', 'Teacher'],
  ['admin', 'Admin'],
]

/** Chooses what somebody may be. */
export const RoleField = ({ initial }: { readonly initial: Role }) => (
  <SelectField name="role" label="Role" choices={ROLES} defaultValue={initial} />
)
