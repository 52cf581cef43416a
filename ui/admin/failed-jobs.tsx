import type { FailedJobView } from '#server/health/view'
import { Press } from '#ui/form/press.tsx'
import type { Act } from '#ui/form/reply.ts'
import { sayMoment } from '#ui/text/dates.ts'

interface Props {
  readonly jobs: readonly FailedJobView[]
  readonly retry: Act<unknown>
  readonly giveUp: Act<unknown>
}

/** Jobs that went wrong, each with what can be done about it. */
export function FailedJobs({ jobs, retry, giveUp }: Props) {
  if (jobs.length === 0) return <p>No job has gone wrong.</p>
  return (
    <ul className="sessions">
      {jobs.map(({ id, task, attempts, nextAt }) => (
        <li key={id}>
          <b>{task}</b>
          <span className="soft">
            went wrong {attempts === 1 ? 'once' : `${attempts} times`},{' '}
            {nextAt === null ? 'and is not tried again by itself' : `tried again ${sayMoment(nextAt)}`}
          </span>
          <Press act={retry} sent={{ job: id }} label="Try again" about={task} />
          <Press act={giveUp} sent={{ job: id }} label="Give up" about={task} />
        </li>
      ))}
    </ul>
  )
}
