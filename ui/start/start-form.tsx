'use client'

import { type FormEvent, useRef, useState } from 'react'
import type { MixedBody, Mode, StartBody, StartReply } from '#server/attempts/view'
import { Problem } from '#ui/form/problem.tsx'
import { UNREACHED } from '#ui/form/reply.ts'
import { ask, createKey } from '#ui/player/ask.ts'
import { startedKey } from '#ui/player/started.ts'

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
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  // One key as long as it has not worked, so that a second press begins nothing twice.
  const key = useRef<string | null>(null)

  const start = async (event: FormEvent) => {
    event.preventDefault()
    if (isBusy) return
    setBusy(true)
    setProblem(null)
    key.current ??= createKey()
    const body: StartBody = {
      ...quiz,
      mode,
      key: key.current,
      zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      ...(mode === 'practice' && tries > 1 ? { tries } : {}),
      ...(hasOpen ? { anew: true } : {}),
    }
    const outcome = await ask<StartReply>('/api/attempts', body)
    if (outcome.sort !== 'done') {
      setBusy(false)
      setProblem(outcome.sort === 'refused' ? outcome.message : UNREACHED)
      return
    }
    const { attempt, view } = outcome.reply
    try {
      sessionStorage.setItem(startedKey(attempt), JSON.stringify(view))
    } catch {
      // The quiz page then fetches it.
    }
    location.assign(`/quiz/${attempt}`)
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
                key.current = null
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
                  key.current = null
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
      <button type="submit" className="button" aria-disabled={isBusy} data-quiet={hasOpen ? '' : undefined}>
        {isBusy ? 'One moment' : hasOpen ? 'Start again from the first question' : 'Start'}
      </button>
    </form>
  )
}
