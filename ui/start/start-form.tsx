'use client'

import { type FormEvent, useState } from 'react'
import type { MixedBody, Mode } from '#server/attempts/view'
import { Problem } from '#ui/form/problem.tsx'
import { Submit } from '#ui/form/submit.tsx'
import { useBegin } from './use-begin.ts'

interface Props {
  /** The quiz set, or what a mixed one is to be drawn with. */
  readonly quiz: { readonly set: string } | { readonly mixed: MixedBody }
  /** Whether an open attempt of this set is left behind. */
  readonly hasOpen: boolean
}

const MODES: readonly { readonly mode: Mode; readonly name: string; readonly words: string }[] = [
  { mode: 'practice', name: 'Practice', words: 'After every answer: the passage that settles it, and why.' },
  { mode: 'test', name: 'Test', words: 'Answers can be changed until you hand in; then the score, and why.' },
]

const TRIES = [1, 2, 3] as const

/** Practice or test, with how many tries, and the button that begins. */
export function StartForm({ quiz, hasOpen }: Props) {
  const [mode, setMode] = useState<Mode>('practice')
  const [tries, setTries] = useState(1)
  const { begin, forgetKey, isBusy, problem } = useBegin()

  const start = (event: FormEvent) => {
    event.preventDefault()
    void begin({
      ...quiz,
      mode,
      ...(mode === 'practice' && tries > 1 ? { tries } : {}),
      ...(hasOpen ? { anew: true } : {}),
    })
  }

  return (
    <form onSubmit={start}>
      <fieldset>
        <legend>How would you like it?</legend>
        {MODES.map((each) => (
          <label key={each.mode} className="pick">
            <input
              type="radio"
              name="mode"
              value={each.mode}
              checked={each.mode === mode}
              onChange={() => {
                setMode(each.mode)
                forgetKey()
              }}
            />
            <b>{each.name}</b>
            <small>{each.words}</small>
          </label>
        ))}
      </fieldset>
      {mode === 'practice' && (
        <fieldset className="tries" aria-describedby="tries-words">
          <legend>Tries</legend>
          {TRIES.map((count) => (
            <label key={count}>
              <input
                type="radio"
                name="tries"
                value={count}
                checked={count === tries}
                onChange={() => {
                  setTries(count)
                  forgetKey()
                }}
              />
              <span>{count}</span>
            </label>
          ))}
          <small id="tries-words">
            Between two tries there is a hint where one gives nothing away. Each further try halves the mark;
            true or false has one.
          </small>
        </fieldset>
      )}
      <Problem words={problem} />
      <Submit
        label={hasOpen ? 'Start again from the first question' : 'Start'}
        isBusy={isBusy}
        isQuiet={hasOpen}
      />
    </form>
  )
}
