import type { Metadata } from 'next'
import { AUDIT_PAGE, AUDITED_DEEDS, auditSearchSchema, listAudit } from '#server/accounts/audit-trail'
import { enter } from '#server/enter'
import { Field } from '#ui/form/field.tsx'
import { SelectField } from '#ui/form/select-field.tsx'
import { sayMoment } from '#ui/text/dates.ts'

export const metadata: Metadata = { title: 'Audit trail', robots: { index: false } }

interface Props {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** For admins: who did what to whom, the newest first. */
export default async function AuditPage({ searchParams }: Props) {
  const viewer = await enter('read-audit-trail')
  const search = auditSearchSchema.parse(await searchParams)
  const { deed = '', person, from = '', to = '' } = search
  const entries = await listAudit(viewer, search)
  const earlier = new URLSearchParams({ person, deed, from, to, before: entries.at(-1)?.id ?? '' })
  return (
    <div className="frame account" data-wide="">
      <header>
        <h1>Audit trail</h1>
        <p>
          <a href="/people">People</a>
        </p>
      </header>
      <form action="/people/audit" className="account-form">
        <Field name="person" label="Name or address" type="search" defaultValue={person} maxLength={200} />
        <SelectField name="deed" label="What" choices={AUDITED_DEEDS} defaultValue={deed}>
          <option value="">Anything</option>
        </SelectField>
        <Field name="from" label="From" type="date" defaultValue={from} hint="Days are those of UTC." />
        <Field name="to" label="To" type="date" defaultValue={to} />
        <button type="submit" className="button" data-quiet="">
          Search
        </button>
      </form>
      {entries.length === 0 && <p>Nothing of that sort is written down.</p>}
      <table className="scores">
        <caption>Deeds and sign-ins, the newest first</caption>
        <thead>
          <tr>
            <th scope="col">When</th>
            <th scope="col">Who</th>
            <th scope="col">What</th>
            <th scope="col">Whom</th>
          </tr>
        </thead>
        <tbody>
          {entries.map(({ id, at, actor, subject, words, details }) => (
            <tr key={id}>
              <td>{sayMoment(at)}</td>
              <td>{actor ?? 'somebody'}</td>
              <td>
                {words}
                {Object.keys(details).length > 0 && (
                  <small>
                    {' '}
                    (
                    {Object.entries(details)
                      .map(([name, value]) => `${name}: ${value}`)
                      .join(', ')}
                    )
                  </small>
                )}
              </td>
              <td>{subject ?? ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {entries.length === AUDIT_PAGE && <a href={`/people/audit?${earlier}`}>Earlier</a>}
    </div>
  )
}
