import type { Metadata } from 'next'
import { listDesks } from '#server/desks/open'
import { enter } from '#server/enter'
import { DeskList } from '#ui/desk/desk-list.tsx'

export const metadata: Metadata = { title: 'Desks', robots: { index: false } }

/** The desks at which a teacher works. */
export default async function DesksPage() {
  const desks = await listDesks(await enter('make-sets'))
  return (
    <div className="frame account">
      <header>
        <h1>Your desks</h1>
        <p>
          <a href="/sets">Your sets</a> · <a href="/bank">The bank</a> · <a href="/classes">Your classes</a> ·{' '}
          <a href="/bank/import">Bring questions in</a>
        </p>
      </header>
      <DeskList desks={desks} />
    </div>
  )
}
