'use client'

import { type FormEvent, type ReactNode, useState } from 'react'
import { Problem } from './problem.tsx'
import type { Reply } from './reply.ts'
import { Submit } from './submit.tsx'
import { useAct } from './use-act.ts'

type Fields = Record<string, string>

interface Props<Result> {
  /** What is done with the fields: their values by name. */
  readonly send: (fields: Fields) => Promise<Reply<Result>>
  readonly onDone?: (result: Result) => void
  /** What is said once it is done; nothing where the page goes elsewhere. */
  readonly said?: string
  readonly label: string
  readonly isQuiet?: boolean
  readonly children?: ReactNode
}

/** A form that sends once at a time, says why not, and says that it is done. */
export function Form<Result>({ send, onDone, said, label, isQuiet = false, children }: Props<Result>) {
  const { run, isBusy, problem, release } = useAct((fields) => send(fields as Fields))
  const [isDone, setDone] = useState(false)

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    setDone(false)
    const fields = Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)]))
    const reply = await run(fields)
    if (!reply) return
    release()
    setDone(said !== undefined)
    for (const field of form.querySelectorAll<HTMLInputElement>('input[type=password]')) field.value = ''
    onDone?.(reply.done)
  }

  return (
    <form className="account-form" onSubmit={submit}>
      {children}
      <Problem words={problem} />
      <p role="status">{isDone && said}</p>
      <Submit label={label} isBusy={isBusy} isQuiet={isQuiet} />
    </form>
  )
}
