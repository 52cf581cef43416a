import { SelectField } from '#ui/form/select-field.tsx'
import type { Target } from './add-to-set.tsx'

interface Props {
  readonly targets: readonly Target[]
  readonly current: Target
  readonly onChange: (target: Target) => void
}

/** Which of one's sets questions are put into. */
export const TargetField = ({ targets, current, onChange }: Props) => (
  <SelectField
    name="target"
    label="Put questions into"
    choices={targets.map(({ id, title }) => [id, title] as const)}
    value={current.id}
    onChange={({ target: { value } }) => {
      const chosen = targets.find(({ id }) => id === value)
      if (chosen) onChange(chosen)
    }}
  />
)
