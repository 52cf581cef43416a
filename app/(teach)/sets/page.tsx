import type { Metadata } from 'next'
import { enter } from '#server/enter'
import { listSets } from '#server/sets/sets'
import { MakeSet } from '#ui/sets/make-set.tsx'
import { SetList } from '#ui/sets/set-list.tsx'
import { createSet } from './actions.ts'

export const metadata: Metadata = { title: 'Sets', robots: { index: false } }

/** A teacher's sets, and the ways to another. */
export default async function SetsPage() {
  const sets = await listSets(await enter('make-sets'))
  return (
    <div className="frame account">
      <header>
        <h1>Your sets</h1>
        <p>
          <a href="/bring-in">Bring in an article</a> · <a href="/desks">Your desks</a> ·{' '}
          <a href="/bank">The bank</a> · <a href="/sets/draw">Draw a set by rule</a> ·{' '}
          <a href="/classes">Your classes</a>
        </p>
      </header>
      <SetList sets={sets} />
      <section aria-labelledby="new-set">
        <h2 id="new-set">New set</h2>
        <MakeSet create={createSet} label="Make the set" />
      </section>
    </div>
  )
}
