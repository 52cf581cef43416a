import { SelectField } from '#ui/form/select-field.tsx'

/** server/accounts/age.ts */
const AGES = [
  ['16-or-over', '16 or over'],
  ['13-to-15', '13 to 15'],
  ['under-13', 'Under 13'],
] as const

/** How old somebody is, as a band; nothing is chosen for them. */
export const AgeField = () => (
  <SelectField name="ageBand" label="Age" choices={AGES} required defaultValue="">
    <option value="" disabled>
      Choose
    </option>
  </SelectField>
)
