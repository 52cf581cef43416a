'use client'

import { useState } from 'react'
import type { Shown } from '#core/learner'
import type { AnswerView } from '#server/attempts/view'
import { QuestionView } from '#ui/questions/views.tsx'

interface Props {
  readonly shown: Shown
  /** What was given before. */
  readonly given: AnswerView
}

/** Where a key is given as a learner gives an answer; it is sent as `key`. */
export function KeyEntry({ shown, given }: Props) {
  const [answer, setAnswer] = useState<AnswerView>(given)
  const [problem, setProblem] = useState<string | null>(null)
  return (
    <div className="key-entry">
      <QuestionView
        kind={shown.kind}
        shown={shown as never}
        answer={answer as never}
        isLocked={false}
        feedback={undefined}
        stemId="stem"
        problem={problem}
        onAnswer={(next, why) => {
          setAnswer(next)
          setProblem(why ?? null)
        }}
      />
      <input type="hidden" name="key" value={answer === null ? '' : JSON.stringify(answer)} />
    </div>
  )
}
