import type { AssignmentLine } from '#server/assignments/view'
import { Moment } from '#ui/text/moment.tsx'

interface Props {
  readonly class: string
  readonly assignments: readonly AssignmentLine[]
}

/** The assignments of a class, for those who teach it. */
export function AssignmentList({ class: own, assignments }: Props) {
  if (assignments.length === 0)
    return (
      <p>
        None yet. Open an article in <a href="/library">the library</a> and choose ‘Assign to a class’.
      </p>
    )
  return (
    <ul className="sessions">
      {assignments.map(({ id, title, dueAt, closesAt, people, handedIn, underWay }) => (
        <li key={id}>
          <b>
            <a href={`/classes/${own}/quizzes/${id}`}>{title}</a>
          </b>
          <span className="soft">
            {handedIn} of {people} handed in{underWay > 0 && `, ${underWay} under way`}
          </span>
          <span className="soft">
            {dueAt !== null ? (
              <>
                due <Moment at={dueAt} />
              </>
            ) : closesAt !== null ? (
              <>
                closes <Moment at={closesAt} />
              </>
            ) : (
              'no date'
            )}
          </span>
        </li>
      ))}
    </ul>
  )
}
