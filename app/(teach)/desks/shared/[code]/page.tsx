import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getSharedDesk } from '#server/desks/open'
import { enter } from '#server/enter'
import { readCode } from '#server/sets/share'
import { ToDesk } from '#ui/desk/to-desk.tsx'
import { joinDesk } from '../../actions.ts'

export const metadata: Metadata = { title: 'A colleague’s desk', robots: { index: false } }

interface Props {
  readonly params: Promise<{ readonly code: string }>
}

/** Where a colleague's link leads: to a place at their desk. */
export default async function SharedDeskPage({ params }: Props) {
  const viewer = await enter('make-sets')
  const code = readCode((await params).code)
  const shared = code && (await getSharedDesk(viewer, code))
  if (!shared) notFound()
  const { title, teachers, own } = shared
  return (
    <div className="frame account">
      <header>
        <p className="label">Desk of {teachers.join(', ')}</p>
        <h1>{title}</h1>
      </header>
      {own === null ? (
        <>
          <p>
            You can go through the questions of this article together: what one approves, edits or rejects the
            others see, and nobody overwrites anybody.
          </p>
          <p>
            <ToDesk act={joinDesk} sent={{ code }} label="Work at this desk" />
          </p>
        </>
      ) : (
        <p>
          You work at this desk already. <a href={`/desks/${own}`}>Go to it</a>
        </p>
      )}
    </div>
  )
}
