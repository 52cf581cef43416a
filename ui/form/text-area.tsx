'use client'

import { type ComponentProps, type ReactNode, useId } from 'react'
import { useTypedEarly } from './use-typed-early.ts'

interface Props extends Omit<ComponentProps<'textarea'>, 'ref'> {
  readonly name: string
  readonly label: string
  /** What is good to know before it is filled in. */
  readonly hint?: ReactNode
}

/** Several lines of a form. */
export function TextArea({ label, hint, ...area }: Props) {
  const id = useId()
  const ref = useTypedEarly(id)
  return (
    <p className="form-line">
      <label htmlFor={id}>{label}</label>
      <textarea
        ref={ref}
        id={id}
        className="field"
        spellCheck={false}
        {...(hint === undefined ? {} : { 'aria-describedby': `${id}-hint` })}
        {...area}
      />
      {hint !== undefined && <small id={`${id}-hint`}>{hint}</small>}
    </p>
  )
}
