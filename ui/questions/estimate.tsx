import { type ChangeEvent, useId, useState } from 'react'
import { readNumber, sayNumber } from '#core/numbers'
import { EstimateScale } from './estimate-scale.tsx'
import { localeHere } from './locale-here.ts'
import type { ViewProps } from './view.ts'

/** A figure placed on a scale, by slider or typed in. Nothing is chosen until the slider was moved. */
export function View({
  shown,
  answer,
  isLocked,
  feedback,
  onAnswer,
  stemId,
  problem,
}: ViewProps<'estimate'>) {
  const { unit, low, high, step, tolerance } = shown
  const fieldId = useId()
  const [typed, setTyped] = useState(() => (answer === null ? '' : String(answer)))
  if (feedback?.figure) return <EstimateScale shown={shown} figure={feedback.figure} answer={answer} />
  const locale = localeHere()
  const middle = low + Math.round((high - low) / 2 / step) * step

  const slide = (value: number) => {
    setTyped(String(value))
    onAnswer(value)
  }
  const type = ({ target }: ChangeEvent<HTMLInputElement>) => {
    setTyped(target.value)
    const read = readNumber(target.value, { unit, locale })
    if (!read.valid) onAnswer(null, read.text)
    else if (read.value < low || read.value > high)
      onAnswer(null, `The scale runs from ${sayNumber(low, unit)} to ${sayNumber(high, unit)}.`)
    else onAnswer(read.value)
  }
  const said = answer === null ? 'Not placed yet' : sayNumber(answer, unit, locale)

  return (
    <div className="estimate">
      <p className="estimate-said" aria-hidden="true" data-open={answer === null || undefined}>
        {said}
      </p>
      <input
        type="range"
        className="slider"
        data-choice=""
        data-open={answer === null || undefined}
        min={low}
        max={high}
        step={step}
        value={answer ?? middle}
        onChange={({ target }) => slide(Number(target.value))}
        // A press on the very middle moves nothing and still means it.
        onPointerUp={({ currentTarget }) =>
          answer === null && !isLocked && slide(Number(currentTarget.value))
        }
        aria-labelledby={stemId}
        aria-valuetext={said}
        aria-describedby={`${fieldId}-ends ${fieldId}-within`}
      />
      <div className="ticks" aria-hidden="true" />
      <p id={`${fieldId}-ends`} className="ends">
        <span>
          {sayNumber(low, unit, locale)} <span className="unseen">to</span>
        </span>
        <span>{sayNumber(high, unit, locale)}</span>
      </p>
      <label htmlFor={fieldId}>Or type it, in {unit}</label>
      <input
        id={fieldId}
        className="field figure-field"
        type="text"
        inputMode="decimal"
        autoComplete="off"
        spellCheck={false}
        maxLength={80}
        value={typed}
        onChange={type}
        aria-invalid={problem !== null || undefined}
        aria-describedby={`${fieldId}-within`}
      />
      <p id={`${fieldId}-within`} className="soft small">
        Within {sayNumber(tolerance, unit, locale)} counts in full; farther off, less and less.
      </p>
    </div>
  )
}
