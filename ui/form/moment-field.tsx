'use client'

import { type ReactNode, useEffect, useRef } from 'react'
import { Field } from './field.tsx'

interface Props {
  readonly name: string
  readonly label: string
  readonly hint?: ReactNode
  /** ISO; null for none. */
  readonly at: string | null
}

const two = (number: number): string => String(number).padStart(2, '0')

/** A time as a field of the browser has it: in its own time zone, to the minute. */
function localOf(at: string): string {
  const moment = new Date(at)
  const day = `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`
  return `${day}T${two(moment.getHours())}:${two(moment.getMinutes())}`
}

/** A day and a time, in the time zone of who types it; `readMoment` reads what was typed. */
export function MomentField({ name, label, hint, at }: Props) {
  const input = useRef<HTMLInputElement>(null)
  // Only the browser knows where its reader is. What was typed before the page was awake stays.
  useEffect(() => {
    if (input.current?.value === '' && at !== null) input.current.value = localOf(at)
  }, [at])
  return <Field ref={input} name={name} label={label} hint={hint} type="datetime-local" />
}

/** What was typed into a `MomentField`, as ISO; null for nothing. `was` is what stood there: left alone, it keeps its seconds. */
export function readMoment(typed: string | undefined, was: string | null): string | null {
  if (!typed) return null
  if (was !== null && localOf(was) === typed) return was
  return new Date(typed).toISOString()
}
