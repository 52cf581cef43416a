'use client'

import type { FormEvent } from 'react'
import { Field } from '#ui/form/field.tsx'
import { Problem } from '#ui/form/problem.tsx'
import { Submit } from '#ui/form/submit.tsx'
import { useBegin } from '#ui/start/use-begin.ts'

interface Props {
  readonly assignment: string
  readonly hasWord: boolean
  readonly label: string
}

/** Begins an assignment, or goes on with it. */
export function StartAssigned({ assignment, hasWord, label }: Props) {
  const { begin, isBusy, problem } = useBegin()
  const start = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const word = new FormData(event.currentTarget).get('word')
    void begin({ assignment, ...(typeof word === 'string' ? { word } : {}) })
  }
  return (
    <form className="account-form" onSubmit={start}>
      {hasWord && (
        <Field
          name="word"
          label="The word your teacher has told you"
          required
          autoComplete="off"
          maxLength={60}
        />
      )}
      <Problem words={problem} />
      <Submit label={label} isBusy={isBusy} />
    </form>
  )
}
