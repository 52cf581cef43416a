'use client'

import { type ComponentProps, type ReactNode, useId } from 'react'
import { useAwake } from './use-awake.ts'

interface Props extends ComponentProps<'textarea'> {
  readonly name: string
  readonly label: string
  /** What is good to know before it is filled in. */
  readonly hint?: ReactNode
}

/** Several lines of a form. */
export function TextArea({ label, hint, ...area }: Props) {
  const id = useId()
  const isAwake = useAwake()
  return (
    <p className="form-line">
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        className="field"
        spellCheck={false}
        // Once the page's script takes it over, a field has again what it was made with: it takes no text before that.
        readOnly={!isAwake}
        {...(hint === undefined ? {} : { 'aria-describedby': `${id}-hint` })}
        {...area}
      />
      {hint !== undefined && <small id={`${id}-hint`}>{hint}</small>}
    </p>
  )
}
