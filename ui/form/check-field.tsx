import { type ComponentProps, type ReactNode, useId } from 'react'

interface Props extends Omit<ComponentProps<'input'>, 'type'> {
  readonly name: string
  readonly label: ReactNode
}

/** A line of a form that is ticked or not; ticked, its value is sent under its name. */
export function CheckField({ label, ...input }: Props) {
  const id = useId()
  return (
    <p className="check-line">
      <input id={id} type="checkbox" {...input} />
      <label htmlFor={id}>{label}</label>
    </p>
  )
}
