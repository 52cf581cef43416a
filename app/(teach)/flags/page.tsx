import type { Metadata } from 'next'
import { enter } from '#server/enter'
import { listFlagged } from '#server/flags/list'
import { FlaggedList } from '#ui/flags/flagged-list.tsx'

export const metadata: Metadata = { title: 'Flags', robots: { index: false } }

/** The questions of which readers say that something is wrong, as far as they are the viewer's to decide. */
export default async function FlagsPage() {
  const lines = await listFlagged(await enter('decide-flags'))
  const [open, decided] = [true, false].map((isOpen) => lines.filter((line) => line.isOpen === isOpen))
  return (
    <div className="frame account">
      <header>
        <h1>Flags</h1>
        <p className="soft">
          Questions of which readers say that something is wrong. What most people flagged stands first.
        </p>
        <p>
          <a href="/classes">Your classes</a> · <a href="/desks">Your desks</a>
        </p>
      </header>
      <section aria-labelledby="open">
        <h2 id="open">To decide</h2>
        <FlaggedList lines={open ?? []} none="Nothing waits for you." />
      </section>
      {decided !== undefined && decided.length > 0 && (
        <section aria-labelledby="decided">
          <h2 id="decided">Decided</h2>
          <FlaggedList lines={decided} none="" />
        </section>
      )}
    </div>
  )
}
