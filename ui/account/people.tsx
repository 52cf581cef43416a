import type { LinkReply, PersonView } from '#server/accounts/view'
import { Press } from '#ui/form/press.tsx'
import type { Act } from '#ui/form/reply.ts'
import { sayDay } from '#ui/text/dates.ts'
import { LinkForm } from './link-form.tsx'
import { PersonRole } from './person-role.tsx'

interface Props {
  readonly people: readonly PersonView[]
  readonly changeRole: Act<unknown>
  readonly suspend: Act<unknown>
  readonly endSessions: Act<unknown>
  readonly makeResetLink: Act<LinkReply>
}

/** Those with accounts, each with what an admin may do. */
export function People({ people, changeRole, suspend, endSessions, makeResetLink }: Props) {
  if (people.length === 0) return <p>Nobody of that name or address.</p>
  return (
    <ul className="people">
      {people.map(({ id, name, mail, role, isSuspended, createdAt, seenAt }) => (
        <li key={id}>
          <details>
            <summary>
              <b>{name}</b> <span className="soft">{mail ?? 'without an address'}</span>{' '}
              <span className="label">{isSuspended ? `${role}, suspended` : role}</span>
            </summary>
            <p className="soft">
              Since {sayDay(createdAt, 'short')}
              {seenAt === null ? ', never signed in' : `, last seen ${sayDay(seenAt, 'short')}`}.
            </p>
            <PersonRole id={id} role={role} changeRole={changeRole} />
            <p className="deeds">
              <Press
                act={suspend}
                sent={{ person: id, isSuspended: !isSuspended }}
                label={isSuspended ? 'Let in again' : 'Suspend'}
                about={name}
              />
              <Press act={endSessions} sent={{ person: id }} label="End all sessions" about={`of ${name}`} />
            </p>
            <LinkForm make={makeResetLink} label="Make a link for a new password" sent={{ person: id }} />
          </details>
        </li>
      ))}
    </ul>
  )
}
