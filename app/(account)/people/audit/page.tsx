import type { Metadata } from 'next'
import { AUDIT_PAGE, listAudit } from '#server/accounts/audit-trail'
import { enter } from '#server/enter'
import { readId } from '#server/fields'
import { sayMoment } from '#ui/text/dates.ts'

export const metadata: Metadata = { title: 'Audit trail', robots: { index: false } }

interface Props {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** For admins: who did what to whom, the newest first. */
export default async function AuditPage({ searchParams }: Props) {
  const viewer = await enter('read-audit-trail')
  const { before } = await searchParams
  const entries = await listAudit(viewer, readId(before))
  return (
    <div className="frame account" data-wide="">
      <header>
        <h1>Audit trail</h1>
        <p>
          <a href="/people">People</a>
        </p>
      </header>
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
      {entries.length === AUDIT_PAGE && <a href={`/people/audit?before=${entries.at(-1)?.id}`}>Earlier</a>}
    </div>
  )
}
