import type { Metadata } from 'next'
import { enter } from '#server/enter'
import { listPlaces } from '#server/exchange/bring-in'
import { BringIn } from '#ui/exchange/bring-in.tsx'

export const metadata: Metadata = { title: 'Bring questions in', robots: { index: false } }

/** Where questions come in with a file. */
export default async function BringInPage() {
  const places = await listPlaces(await enter('make-sets'))
  return (
    <div className="frame account">
      <header>
        <h1>Bring questions in</h1>
        <p>
          <a href="/bank">The bank</a> · <a href="/desks">Your desks</a>
        </p>
      </header>
      <BringIn places={places} />
    </div>
  )
}
