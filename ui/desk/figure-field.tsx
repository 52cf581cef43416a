import { useState } from 'react'
import { readNumber } from '#core/numbers'
import { Field } from '#ui/form/field.tsx'
import { localeHere } from '#ui/questions/locale-here.ts'

interface Props {
  readonly name: string
  readonly label: string
  readonly hint?: string
  /** What it is given in. */
  readonly unit: string
  readonly value: number
  readonly onChange: (value: number) => void
}

/** A figure as it is typed, with how it is read; what cannot be read as one is said, and the last that could be stays. */
export function FigureField({ name, label, hint, unit, value, onChange }: Props) {
  const [typed, setTyped] = useState(() => String(value))
  const reading = readNumber(typed, { unit, locale: localeHere() })
  const said = reading.valid ? `Read as ${reading.text}` : reading.text
  return (
    <Field
      name={name}
      label={label}
      hint={hint === undefined ? said : `${hint}. ${said}`}
      inputMode="decimal"
      autoComplete="off"
      maxLength={80}
      value={typed}
      aria-invalid={!reading.valid}
      onChange={({ target }) => {
        setTyped(target.value)
        const read = readNumber(target.value, { unit, locale: localeHere() })
        if (read.valid) onChange(read.value)
      }}
    />
  )
}
