import type { SessionView } from '#server/accounts/view'
import { Press } from '#ui/form/press.tsx'
import type { Act } from '#ui/form/reply.ts'
import { sayMoment } from '#ui/text/dates.ts'

interface Props {
  readonly sessions: readonly SessionView[]
  readonly endSession: Act<unknown>
  readonly endOthers: Act<unknown>
}

/** The browsers one is signed in on, with a way to end each. */
export function Sessions({ sessions, endSession, endOthers }: Props) {
  return (
    <>
      <ul className="sessions">
        {sessions.map(({ id, agent, startedAt, seenAt, isThisOne }) => (
          <li key={id}>
            <b>{agent}</b>
            <span className="soft">
              Since {sayMoment(startedAt)}, last seen {sayMoment(seenAt)}
            </span>
            {isThisOne ? (
              <span className="label">This one</span>
            ) : (
              <Press act={endSession} sent={{ id }} label="End" about={`the session of ${agent}`} />
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 && <Press act={endOthers} label="End all others" />}
    </>
  )
}
