import { type ComponentProps, useId } from 'react'

interface Props extends ComponentProps<'select'> {
  readonly name: string
  readonly label: string
  /** What can be chosen, each with its words. */
  readonly choices: readonly (readonly [value: string | number, words: string])[]
}

/** One line of a form in which one of a few is chosen; children stand before the choices. */
export function SelectField({ label, choices, children, ...select }: Props) {
  const id = useId()
  return (
    <p className="form-line">
      <label htmlFor={id}>{label}</label>
      <select id={id} className="field" {...select}>
        {children}
        {choices.map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </p>
  )
}
