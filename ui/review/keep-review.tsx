'use client'

import { useEffect, useRef, useState } from 'react'
import { Problem } from '#ui/form/problem.tsx'
import type { Act } from '#ui/form/reply.ts'
import { fetchPack, NOT_KEPT } from '#ui/offline/fetch-pack.ts'
import { mayWorkOffline } from '#ui/offline/may-work-offline.ts'
import { keepQuiz } from '#ui/offline/store.ts'
import { createKey } from '#ui/player/ask.ts'
import { sayCount } from '#ui/text/dates.ts'
import { beginReview } from './begin-review.ts'

interface Kept {
  readonly attempt: string
  readonly count: number
}

/** Takes today's review along, with its answers, for a place without a network. Nothing where browsers allow no such thing. */
export function KeepReview({ draw }: { readonly draw: Act<{ readonly set: string }> }) {
  const [isOffered, offer] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const [kept, setKept] = useState<Kept | null>(null)
  const key = useRef<string | null>(null)
  useEffect(() => offer(mayWorkOffline()), [])

  const keep = async () => {
    if (isBusy) return
    setBusy(true)
    setProblem(null)
    key.current ??= createKey()
    const done = await takeAlong(draw, key.current).catch(() => NOT_KEPT)
    if (typeof done === 'string') setProblem(done)
    else setKept(done)
    setBusy(false)
  }

  if (!isOffered) return null
  return (
    <div className="keep-review">
      {kept ? (
        <p role="status">
          {sayCount(kept.count, 'question')} kept on this device, with the answers.{' '}
          <a href={`/quiz/${kept.attempt}`}>Begin now</a>, or later without a network:{' '}
          <a href="/offline">On this device</a>.
        </p>
      ) : (
        <p>
          <button type="button" className="text-button" aria-disabled={isBusy} onClick={keep}>
            {isBusy ? 'One moment' : 'Keep today’s review for offline'}
          </button>{' '}
          <span className="soft small">
            With its answers, so that each of yours is checked at once. It moves what you remember and counts
            in no score.
          </span>
        </p>
      )}
      <Problem words={problem} />
    </div>
  )
}

async function takeAlong(draw: Act<{ readonly set: string }>, key: string): Promise<Kept | string> {
  const begun = await beginReview(draw, key)
  if ('problem' in begun) return begun.problem
  const { attempt, view } = begun.started
  const pack = await fetchPack(attempt)
  if (typeof pack === 'string') return pack
  await keepQuiz({ ...view, isPacked: true }, pack)
  return { attempt, count: pack.items.length }
}
