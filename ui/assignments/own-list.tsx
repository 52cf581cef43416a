import type { OwnLine } from '#server/assignments/view'
import { Moment } from '#ui/text/moment.tsx'
import { STATE_WORDS, sayPercent } from './words.ts'

const DONE: readonly OwnLine['state'][] = ['handed-in', 'closed']

const isDone = ({ state }: OwnLine): boolean => DONE.includes(state)

function Line({ line }: { readonly line: OwnLine }) {
  const { id, title, class: name, state, opensAt, dueAt, closesAt, score } = line
  const end = dueAt ?? closesAt
  return (
    <li>
      <b>
        <a href={`/assignments/${id}`}>{title}</a>
      </b>
      <span className="soft">{name}</span>
      <span className="soft">
        {STATE_WORDS[state]}
        {score !== null && `, ${sayPercent(score)}`}
        {state === 'not-open-yet' && opensAt !== null && (
          <>
            , opens <Moment at={opensAt} />
          </>
        )}
        {(state === 'open' || state === 'under-way') && end !== null && (
          <>
            , {dueAt === null ? 'closes' : 'due'} <Moment at={end} />
          </>
        )}
      </span>
    </li>
  )
}

/** What somebody has been given to take: what is still to be done, then what is done. */
export function OwnAssignments({ lines }: { readonly lines: readonly OwnLine[] }) {
  if (lines.length === 0) return <p>Nothing has been given to you.</p>
  const [todo, done] = [lines.filter((line) => !isDone(line)), lines.filter(isDone)]
  return (
    <>
      {todo.length === 0 ? (
        <p>Nothing is left to be done.</p>
      ) : (
        <ul className="sessions">
          {todo.map((line) => (
            <Line key={line.id} line={line} />
          ))}
        </ul>
      )}
      {done.length > 0 && (
        <details>
          <summary>Done or closed</summary>
          <ul className="sessions">
            {done.map((line) => (
              <Line key={line.id} line={line} />
            ))}
          </ul>
        </details>
      )}
    </>
  )
}
