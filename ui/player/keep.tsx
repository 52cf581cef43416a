import { useState } from 'react'
import type { KeepReply } from '#server/reviews/view'
import { UNREACHED } from '#ui/form/reply.ts'
import { browserZone } from '#ui/text/browser-zone.ts'
import { sayCount } from '#ui/text/dates.ts'
import { ask } from './ask.ts'

interface Props {
  readonly attempt: string
  /** How many questions were not wholly right. */
  readonly missed: number
}

const words = (kept: number): string =>
  kept === 0
    ? 'Nothing new: these facts are kept already, or cannot be asked without their article.'
    : `${sayCount(kept, 'fact')} will come back in your daily review.`

/** Takes the facts of a quiz into the daily review: those that were missed, or all. */
export function Keep({ attempt, missed }: Props) {
  const [said, setSaid] = useState<string | null>(null)
  const keep = async (which: 'missed' | 'all') => {
    const outcome = await ask<KeepReply>(`/api/attempts/${attempt}/keep`, {
      which,
      zone: browserZone(),
    })
    if (outcome.sort === 'done') setSaid(words(outcome.reply.kept))
    else setSaid(outcome.sort === 'refused' ? outcome.message : UNREACHED)
  }
  return (
    <div className="keep">
      <p>
        Keep these facts in mind? <a href="/review">Daily review</a> asks them another way, just before you
        would forget.
      </p>
      <p className="actions">
        {missed > 0 && (
          <button type="button" className="text-button" onClick={() => keep('missed')}>
            Add what I missed
          </button>
        )}
        <button type="button" className="text-button" onClick={() => keep('all')}>
          Add all
        </button>
      </p>
      <p role="status">{said}</p>
    </div>
  )
}
