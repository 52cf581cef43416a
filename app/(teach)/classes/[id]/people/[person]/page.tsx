import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getReport } from '#server/assignments/report'
import { enter } from '#server/enter'
import { readId } from '#server/fields'
import { PrintButton } from '#ui/assignments/print-button.tsx'
import { ReportSheet } from '#ui/assignments/report.tsx'

export const metadata: Metadata = { title: 'A learner’s page', robots: { index: false } }

interface Props {
  readonly params: Promise<{ readonly id: string; readonly person: string }>
}

/** How one learner does in a class, for its teachers: to be printed, too. */
export default async function ReportPage({ params }: Props) {
  const viewer = await enter('teach-class')
  const { id, person } = await params
  const [own, who] = [readId(id), readId(person)]
  const view = own && who && (await getReport(viewer, own, who))
  const [report] = (view || undefined)?.reports ?? []
  if (!view || !report) notFound()
  return (
    <div className="frame account reports">
      <header className="unprinted">
        <h1>A learner’s page</h1>
        <p>
          <a href={`/classes/${view.class.id}/gradebook`}>The gradebook</a> · <PrintButton label="Print it" />
        </p>
      </header>
      <ReportSheet of={view} report={report} />
    </div>
  )
}
