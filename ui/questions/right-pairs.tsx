import type { Feedback, ShownPart } from '#core/learner'
import { Sign } from './sign.tsx'

interface Props {
  readonly lefts: readonly ShownPart[]
  /** What the reader put to a left: its text, '' for nothing, null where there was no answer at all. */
  readonly givenTo: (left: string) => string | null
  readonly feedback: Feedback
}

/** What belongs to each left, beside what was put there, with the reason. */
export function RightPairs({ lefts, givenTo, feedback }: Props) {
  return (
    <dl className="told-pairs">
      {feedback.parts?.map(({ id, isRight, key, why }) => {
        const given = givenTo(id)
        return (
          <div key={id} data-standing={isRight ? 'right' : 'wrong'}>
            <dt>{lefts.find((left) => left.id === id)?.text}</dt>
            {given !== null && (
              <dd>
                {given === '' ? 'Left open' : given}{' '}
                <Sign isRight={isRight}>{isRight ? 'Right' : 'Not this'}</Sign>
              </dd>
            )}
            {!isRight && (
              <dd>
                <span className="soft small">It belongs with:</span> <b>{key}</b>
              </dd>
            )}
            {why && <dd className="why">{why}</dd>}
          </div>
        )
      })}
    </dl>
  )
}
