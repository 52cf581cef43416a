'use client'

import { useState } from 'react'
import type { Shown } from '#core/learner'
import type { AnswerView } from '#server/attempts/view'
import { QuestionView } from '#ui/questions/views.tsx'

/** The questions of a set one by one, as a learner meets them. Nothing is checked and nothing is kept. */
export function SetPreview({ shown }: { readonly shown: readonly Shown[] }) {
  const [place, setPlace] = useState(0)
  const [answer, setAnswer] = useState<AnswerView>(null)
  const go = (to: number) => {
    if (to < 0 || to >= shown.length) return
    setPlace(to)
    setAnswer(null)
    requestAnimationFrame(() => document.getElementById('stem')?.focus())
  }
  const question = shown[place]
  if (!question) return <p>There is nothing in it yet.</p>
  return (
    <div className="set-preview">
      <p className="quiz-line">
        <span>
          <b>{place + 1}</b> of {shown.length}
        </span>
      </p>
      <QuestionView
        key={place}
        kind={question.kind}
        shown={question as never}
        answer={answer as never}
        isLocked={false}
        feedback={undefined}
        stemId="stem"
        problem={null}
        onAnswer={(given) => setAnswer(given)}
      />
      <p className="actions">
        <button
          type="button"
          className="button"
          data-quiet=""
          aria-disabled={place === 0}
          onClick={() => go(place - 1)}
        >
          Previous
        </button>{' '}
        <button
          type="button"
          className="button"
          aria-disabled={place === shown.length - 1}
          onClick={() => go(place + 1)}
        >
          Next
        </button>
      </p>
    </div>
  )
}
