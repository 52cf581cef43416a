import type { Metadata } from 'next'
import { listInvitations } from '#server/accounts/invitations'
import { listPeople } from '#server/accounts/people'
import { getSchool } from '#server/accounts/school'
import { enter } from '#server/enter'
import { readId } from '#server/fields'
import { mailSettings } from '#server/mail/settings'
import { InviteByMail } from '#ui/account/invite-by-mail.tsx'
import { LinkForm } from '#ui/account/link-form.tsx'
import { People } from '#ui/account/people.tsx'
import { RoleField } from '#ui/account/role-field.tsx'
import { SchoolForm } from '#ui/account/school-form.tsx'
import { Field } from '#ui/form/field.tsx'
import { Press } from '#ui/form/press.tsx'
import { sayDay } from '#ui/text/dates.ts'
import {
  changeRole,
  endSessions,
  invite,
  inviteByMail,
  makeResetLink,
  suspend,
  takeBackInvitation,
  updateSchool,
} from './actions.ts'

export const metadata: Metadata = { title: 'People', robots: { index: false } }

interface Props {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** For admins: who has an account, who is invited, and who may make one. */
export default async function PeoplePage({ searchParams }: Props) {
  const viewer = await enter('administer-people')
  const { q, after } = await searchParams
  const search = typeof q === 'string' ? q.slice(0, 200) : ''
  const [{ people, isMore }, invitations, school] = await Promise.all([
    listPeople(viewer, { search, after: readId(after) }),
    listInvitations(viewer),
    getSchool(),
  ])
  const next = new URLSearchParams({
    ...(search === '' ? {} : { q: search }),
    after: people.at(-1)?.id ?? '',
  })
  return (
    <div className="frame account">
      <header>
        <h1>People</h1>
        <p>
          <a href="/account">Your account</a> · <a href="/people/audit">Audit trail</a> ·{' '}
          <a href="/people/keeping">How long things are kept</a> · <a href="/admin">How it runs</a>
        </p>
      </header>
      <section aria-labelledby="invite">
        <h2 id="invite">Invite</h2>
        <LinkForm make={invite} label="Make an invitation">
          <RoleField initial="teacher" />
          <Field
            name="note"
            label="For whom"
            hint="For your own list; it is not sent."
            maxLength={200}
            autoCapitalize="words"
          />
        </LinkForm>
        {mailSettings() !== null && <InviteByMail invite={inviteByMail} />}
        {invitations.length > 0 && (
          <ul className="sessions">
            {invitations.map(({ id, role, note, expiresAt }) => (
              <li key={id}>
                <b>{note === '' ? 'An invitation' : note}</b>
                <span className="soft">
                  as {role}, holds until {sayDay(expiresAt, 'short')}
                </span>
                <Press
                  act={takeBackInvitation}
                  sent={{ invitation: id }}
                  label="Take back"
                  about={`the invitation ${note}`}
                />
              </li>
            ))}
          </ul>
        )}
      </section>
      <section aria-labelledby="accounts">
        <h2 id="accounts">Accounts</h2>
        <form action="/people" className="account-form">
          <Field name="q" label="Name or address" type="search" defaultValue={search} maxLength={200} />
          <button type="submit" className="button" data-quiet="">
            Search
          </button>
        </form>
        <People
          people={people}
          changeRole={changeRole}
          suspend={suspend}
          endSessions={endSessions}
          makeResetLink={makeResetLink}
        />
        {isMore && <a href={`/people?${next}`}>More</a>}
      </section>
      <section aria-labelledby="school">
        <h2 id="school">Who may come</h2>
        <SchoolForm school={school} updateSchool={updateSchool} />
      </section>
    </div>
  )
}
