'use client'

import { type FormEvent, type ReactNode, useState } from 'react'
import { type Reply, UNREACHED } from './reply.ts'

interface Props<Result> {
  /** What is done with the fields: their values by name. */
  readonly send: (fields: Record<string, string>) => Promise<Reply<Result>>
  readonly onDone?: (result: Result) => void
  /** What is said once it is done; nothing where the page goes elsewhere. */
  readonly said?: string
  readonly label: string
  readonly isQuiet?: boolean
  readonly children?: ReactNode
}

/** A form of the account pages: sends once at a time, says why not, says that it is done. */
export function Form<Result>({ send, onDone, said, label, isQuiet = false, children }: Props<Result>) {
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const [isDone, setDone] = useState(false)

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (isBusy) return
    const form = event.currentTarget
    setBusy(true)
    setProblem(null)
    setDone(false)
    const fields = Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)]))
    const reply = await send(fields).catch(() => null)
    setBusy(false)
    if (!reply || !('done' in reply)) return setProblem(reply?.message ?? UNREACHED)
    setDone(said !== undefined)
    for (const field of form.querySelectorAll<HTMLInputElement>('input[type=password]')) field.value = ''
    onDone?.(reply.done)
  }

  return (
    <form className="account-form" onSubmit={submit}>
      {children}
      {problem !== null && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
      <p role="status">{isDone && said}</p>
      <button
        type="submit"
        className="button"
        aria-disabled={isBusy}
        {...(isQuiet ? { 'data-quiet': '' } : {})}
      >
        {isBusy ? 'One moment' : label}
      </button>
    </form>
  )
}
