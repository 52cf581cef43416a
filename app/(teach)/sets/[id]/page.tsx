import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { enter } from '#server/enter'
import { readId } from '#server/fields'
import { getOwnSet } from '#server/sets/sets'
import { Press } from '#ui/form/press.tsx'
import { SetDesk } from '#ui/sets/set-desk.tsx'
import { Sharing } from '#ui/sets/sharing.tsx'
import { ToSet } from '#ui/sets/to-set.tsx'
import { archiveSet, arrangeSet, duplicateSet, renameSet, renewQuestion, shareSet } from '../actions.ts'

export const metadata: Metadata = { title: 'Set', robots: { index: false } }

interface Props {
  readonly params: Promise<{ readonly id: string }>
}

/** A set, for its owner: what is in it, and what can be done with it. */
export default async function SetPage({ params }: Props) {
  const viewer = await enter('make-sets')
  const id = readId((await params).id)
  const own = id && (await getOwnSet(viewer, id, await headers()))
  if (!own) notFound()
  const { isArchived } = own
  return (
    <div className="frame account">
      <header>
        <p className="label">{isArchived ? 'Set, put away' : 'Set'}</p>
        <h1>{own.title}</h1>
        <p>
          <a href="/sets">All sets</a>
        </p>
      </header>
      <SetDesk own={own} arrange={arrangeSet} renew={renewQuestion} rename={renameSet} />
      <section aria-labelledby="sharing">
        <h2 id="sharing">Other teachers</h2>
        <Sharing own={own} share={shareSet} />
      </section>
      <section aria-labelledby="settings">
        <h2 id="settings">The set itself</h2>
        <p>
          <ToSet act={duplicateSet} sent={{ set: own.id }} label="Make a copy of it" />
        </p>
        <p>
          {isArchived
            ? 'It is put away: everything in it is kept. '
            : 'A set that is no longer needed can be put away. What was assigned of it goes on. '}
          <Press
            act={archiveSet}
            sent={{ set: own.id, isArchived: !isArchived }}
            label={isArchived ? 'Take it out again' : 'Put it away'}
          />
        </p>
      </section>
    </div>
  )
}
