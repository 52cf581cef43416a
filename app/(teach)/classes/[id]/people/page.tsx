import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { listReports, reportsSchema } from '#server/assignments/report'
import { enter } from '#server/enter'
import { readId } from '#server/fields'
import { PrintButton } from '#ui/assignments/print-button.tsx'
import { ReportSheet } from '#ui/assignments/report.tsx'

export const metadata: Metadata = { title: 'A page for each', robots: { index: false } }

interface Props {
  readonly params: Promise<{ readonly id: string }>
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>
}

/** A page for each learner of a class, to be printed in one go. */
export default async function ReportsPage({ params, searchParams }: Props) {
  const viewer = await enter('teach-class')
  const id = readId((await params).id)
  const { page: asked } = reportsSchema.parse(await searchParams)
  const own = id && (await listReports(viewer, id, asked))
  if (!own) notFound()
  const { reports, page, pages } = own
  return (
    <div className="frame account reports" data-wide="">
      <header className="unprinted">
        <p className="label">{own.class.name}</p>
        <h1>A page for each learner</h1>
        <p>
          <a href={`/classes/${own.class.id}/gradebook`}>The gradebook</a>
          {reports.length > 0 && (
            <>
              {' · '}
              <PrintButton label={pages > 1 ? 'Print these' : 'Print all'} />
            </>
          )}
        </p>
        {pages > 1 && (
          <nav aria-label="Pages" className="actions">
            {page > 1 && <a href={`?page=${page - 1}`}>Before</a>}
            <span>
              Part {page} of {pages}
            </span>
            {page < pages && <a href={`?page=${page + 1}`}>After</a>}
          </nav>
        )}
      </header>
      {reports.length === 0 && <p>There is nobody here.</p>}
      {reports.map((report) => (
        <ReportSheet key={report.person} of={own} report={report} />
      ))}
    </div>
  )
}
