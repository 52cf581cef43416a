import { type ComponentProps, type ReactNode, useId } from 'react'

interface Props extends ComponentProps<'input'> {
  readonly name: string
  readonly label: ReactNode
  /** What is good to know before it is filled in. */
  readonly hint?: ReactNode
}

/** One line of a form: its label, the field, and what is good to know. */
export function Field({ label, hint, ...input }: Props) {
  const id = useId()
  return (
    <p className="form-line">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        className="field"
        autoCapitalize="none"
        spellCheck={false}
        {...(hint === undefined ? {} : { 'aria-describedby': `${id}-hint` })}
        {...input}
      />
      {hint !== undefined && <small id={`${id}-hint`}>{hint}</small>}
    </p>
  )
}
