import type { Feedback, ShownPart } from '#core/learner'
import { sayNumberFirst, sayNumberWord } from '#ui/text/counts.ts'
import { Sign } from './sign.tsx'

interface Props {
  /** Ids in the reader's own order; null where none was given. */
  readonly answer: readonly string[] | null
  readonly items: readonly ShownPart[]
  readonly feedback: Feedback
}

/** How many pairs of items there are, and how many of them stand the right way round. */
function countPairs(answer: readonly string[], right: readonly string[]) {
  const places = answer.map((id) => right.indexOf(id))
  const laters = places.map((place, i) => places.slice(i + 1).filter((later) => later > place).length)
  return {
    inOrder: laters.reduce((sum, count) => sum + count, 0),
    all: (places.length * (places.length - 1)) / 2,
  }
}

/** The right order beside one's own, place by place, each with its reason. */
export function RightOrder({ answer, items, feedback }: Props) {
  const textOf = (id: string): string => items.find((item) => item.id === id)?.text ?? ''
  const given = answer?.map(textOf)
  const pairs = answer && countPairs(answer, feedback.parts?.map(({ id }) => id) ?? [])
  return (
    <>
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
      {pairs && pairs.inOrder < pairs.all && (
        <p className="counted">
          {sayNumberFirst(pairs.inOrder)} of {sayNumberWord(pairs.all)} pairs stand the right way round; what
          goes beyond half of them counts.
        </p>
      )}
    </>
  )
}
