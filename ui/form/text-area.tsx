import { type ComponentProps, type ReactNode, useId } from 'react'

interface Props extends ComponentProps<'textarea'> {
  readonly name: string
  readonly label: string
  /** What is good to know before it is filled in. */
  readonly hint?: ReactNode
}

/** Several lines of a form. */
export function TextArea({ label, hint, ...area }: Props) {
  const id = useId()
  return (
    <p className="form-line">
      <label htmlFor={id}>{label}</label>
      <textarea
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
