import { type ChangeEvent, useId, useState } from 'react'
import { readNumber, sayNumber } from '#core/numbers'
import { localeHere } from './locale-here.ts'
import { isWhole } from './verdict.ts'
import type { ViewProps } from './view.ts'

/** A number typed in as people write numbers; the field says at once how it was read. */
export function View({ shown, answer, isLocked, feedback, onAnswer, problem }: ViewProps<'number'>) {
  const fieldId = useId()
  const { unit, tolerance } = shown
  const [typed, setTyped] = useState(() => (answer === null ? '' : String(answer)))
  const reading = typed.trim() === '' ? null : readNumber(typed, { unit, locale: localeHere() })

  const change = ({ target }: ChangeEvent<HTMLInputElement>) => {
    setTyped(target.value)
    const read = readNumber(target.value, { unit, locale: localeHere() })
    if (read.valid) onAnswer(read.value)
    else onAnswer(null, read.text)
  }

  return (
    <div className="entry">
      <label htmlFor={fieldId}>Your answer, in {unit}</label>
      <input
        id={fieldId}
        className="field figure-field"
        type="text"
        inputMode="decimal"
        autoComplete="off"
        spellCheck={false}
        maxLength={80}
        value={typed}
        onChange={change}
        readOnly={isLocked}
        aria-invalid={problem !== null || undefined}
        aria-describedby={`${fieldId}-read ${fieldId}-within`}
        data-standing={feedback && (isWhole(feedback) ? 'right' : 'wrong')}
      />
      <p id={`${fieldId}-read`} className="reading" aria-live="polite">
        {problem ?? (reading === null ? '' : reading.valid ? `Read as ${reading.text}` : reading.text)}
      </p>
      <p id={`${fieldId}-within`} className="soft small">
        {tolerance === 0
          ? 'Counts when it is the figure as printed.'
          : `Counts when it is within ${sayNumber(tolerance, unit)}.`}
      </p>
    </div>
  )
}
