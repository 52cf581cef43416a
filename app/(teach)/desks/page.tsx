import type { Metadata } from 'next'
import { listDesks } from '#server/desks/open'
import { enter } from '#server/enter'
import { countOpenFlags } from '#server/flags/list'
import { DeskList } from '#ui/desk/desk-list.tsx'
import { FlagsLink } from '#ui/flags/flagged-list.tsx'

export const metadata: Metadata = { title: 'Desks', robots: { index: false } }

/** The desks at which a teacher works. */
export default async function DesksPage() {
  const viewer = await enter('make-sets')
  const [desks, open] = await Promise.all([listDesks(viewer), countOpenFlags(viewer)])
  return (
    <div className="frame account">
      <header>
        <h1>Your desks</h1>
        <p>
          <a href="/bring-in">Bring in an article</a> · <a href="/bank/import">Bring questions in</a> ·{' '}
          <a href="/sets">Your sets</a> · <a href="/bank">The bank</a> · <a href="/classes">Your classes</a> ·{' '}
          <FlagsLink open={open} />
        </p>
      </header>
      <DeskList desks={desks} />
    </div>
  )
}
