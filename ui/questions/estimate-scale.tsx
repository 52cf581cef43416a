import type { Feedback, ShownOf } from '#core/learner'
import { sayNumber } from '#core/numbers'
import { localeHere } from './locale-here.ts'

interface Props {
  readonly shown: ShownOf<'estimate'>
  readonly figure: NonNullable<Feedback['figure']>
  readonly answer: number | null
}

/** The scale with the figure, one's own estimate and the stretch that counts; the same in words below. */
export function EstimateScale({ shown: { unit, low, high }, figure, answer }: Props) {
  const locale = localeHere()
  const say = (value: number) => sayNumber(value, unit, locale)
  const at = (value: number): number => Math.min(100, Math.max(0, ((value - low) / (high - low)) * 100))
  const band = ([from, to]: readonly [number, number]) => ({
    left: `${at(from)}%`,
    width: `${at(to) - at(from)}%`,
  })
  const within = ([from, to]: readonly [number, number]) =>
    `${say(Math.max(low, from))} to ${say(Math.min(high, to))}`
  return (
    <div className="estimate">
      <div className="scale" aria-hidden="true">
        <span className="scale-some" style={band(figure.some)} />
        <span className="scale-whole" style={band(figure.whole)} />
        <span className="scale-figure" style={{ left: `${at(figure.value)}%` }} />
        {answer !== null && <span className="scale-yours" style={{ left: `${at(answer)}%` }} />}
      </div>
      <p className="ends" aria-hidden="true">
        <span>{say(low)}</span>
        <span>{say(high)}</span>
      </p>
      <dl className="scale-words">
        <div>
          <dt data-of="figure">The figure</dt>
          <dd>{say(figure.value)}</dd>
        </div>
        {answer !== null && (
          <div>
            <dt data-of="yours">Your estimate</dt>
            <dd>{say(answer)}</dd>
          </div>
        )}
        <div>
          <dt data-of="whole">Counts in full</dt>
          <dd>{within(figure.whole)}</dd>
        </div>
        <div>
          <dt data-of="some">Counts in part</dt>
          <dd>{within(figure.some)}</dd>
        </div>
      </dl>
    </div>
  )
}
