import type { Choice, DecisionRehearsal } from '#server/flags/view'
import { sayCount } from '#ui/text/dates.ts'

interface Props {
  readonly rehearsal: DecisionRehearsal
  /** Null for an undoing. */
  readonly choice: Choice | null
  /** Whether it holds everywhere. */
  readonly isOwners: boolean
}

const sayPeople = (count: number): string => (count === 1 ? '1 person' : `${count} people`)

/** What a decision would do. */
export function Rehearsed({ rehearsal, choice, isOwners }: Props) {
  const { told, assignments, up, down, own, lines } = rehearsal
  const isRegrade = choice !== 'dismiss' && choice !== 'take-back'
  return (
    <>
      <ul className="rehearsed">
        <li>
          {sayPeople(told)} who flagged it {told === 1 ? 'is' : 'are'} told.
        </li>
        {isRegrade && (
          <li>
            In {sayCount(assignments, 'assigned quiz', 'assigned quizzes')}{' '}
            {up + down === 0
              ? 'no score of those who have handed in changes.'
              : `${sayCount(up, 'score')} would rise and ${down} fall.`}
          </li>
        )}
        {isRegrade && isOwners && <li>{sayPeople(own)} would see another score in quizzes of their own.</li>}
        {choice !== 'dismiss' && choice !== null && isOwners && (
          <li>It is not asked any more: whoever met it now would still be told by the key it has.</li>
        )}
        {choice === null && <li>The question stays taken back until its article is read again.</li>}
        {choice !== 'dismiss' && <li>The teachers whose quizzes ask it are told.</li>}
      </ul>
      {lines.length > 0 && (
        <table className="scores">
          <caption>In your classes</caption>
          <tbody>
            {lines.map(({ assignment, title, class: name, changed }) => (
              <tr key={assignment}>
                <th scope="row">
                  {title}, {name}
                </th>
                <td className="figure">{sayCount(changed, 'score')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}
