import type { Feedback, ShownPart } from '#core/learner'
import { Sign } from './sign.tsx'

interface Props {
  /** Texts in the reader's own order; null where none was given. */
  readonly given: readonly string[] | null
  readonly items: readonly ShownPart[]
  readonly feedback: Feedback
}

/** The right order beside one's own, place by place, each with its reason. */
export function RightOrder({ given, items, feedback }: Props) {
  const textOf = (id: string): string => items.find((item) => item.id === id)?.text ?? ''
  return (
    <table className="told-parts">
      <thead>
        <tr>
          <th scope="col">
            <span className="unseen">Place</span>
          </th>
          {given && <th scope="col">Your order</th>}
          <th scope="col">Right order</th>
        </tr>
      </thead>
      <tbody>
        {feedback.parts?.map(({ id, isRight, key, why }, place) => (
          <tr key={id} data-standing={isRight ? 'right' : 'wrong'}>
            <th scope="row">{key}</th>
            {given && (
              <td>
                {given[place]} <Sign isRight={isRight}>{isRight ? 'In place' : 'Not here'}</Sign>
              </td>
            )}
            <td>
              {textOf(id)}
              {why && <small>{why}</small>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
