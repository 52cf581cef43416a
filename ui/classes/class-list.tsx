import type { ClassView } from '#server/classes/view'
import { Press } from '#ui/form/press.tsx'
import type { Act } from '#ui/form/reply.ts'
import { sayCount } from '#ui/text/dates.ts'

interface Props {
  readonly classes: readonly ClassView[]
  readonly leave: Act<unknown>
}

/** The classes somebody teaches or learns in. */
export function ClassList({ classes, leave }: Props) {
  if (classes.length === 0) return <p>You are in no class yet.</p>
  return (
    <ul className="sessions">
      {classes.map(({ id, name, role, isArchived, learners, teachers }) => (
        <li key={id}>
          <b>{role === 'teacher' ? <a href={`/classes/${id}`}>{name}</a> : name}</b>
          <span className="soft">
            {role === 'teacher' ? sayCount(learners, 'learner') : `taught by ${teachers.join(', ')}`}
            {isArchived && ', put away'}
          </span>
          {role === 'learner' && <Press act={leave} sent={{ class: id }} label="Leave" about={name} />}
        </li>
      ))}
    </ul>
  )
}
