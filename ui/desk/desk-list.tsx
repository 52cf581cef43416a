import type { DeskView } from '#server/desks/view'
import { sayCount, sayDay } from '#ui/text/dates.ts'

const sayStanding = ({ drafts, approved, open, teachers, revision, changedAt }: DeskView): string =>
  [
    `${sayCount(drafts, 'question')}: ${approved} approved, ${open} open`,
    ...(teachers > 1 ? [`${teachers} teachers`] : []),
    ...(revision > 1 ? [`revision ${revision}`] : []),
    `changed ${sayDay(changedAt, 'short')}`,
  ].join(', ')

/** The desks somebody works at. */
export function DeskList({ desks }: { readonly desks: readonly DeskView[] }) {
  if (desks.length === 0)
    return (
      <p>
        You have no desk yet. Open <a href="/library">an article</a> and go through its questions there.
      </p>
    )
  return (
    <ul className="sessions">
      {desks.map((desk) => (
        <li key={desk.id}>
          <b>
            <a href={`/desks/${desk.id}`}>{desk.title}</a>
          </b>
          <span className="soft">{sayStanding(desk)}</span>
        </li>
      ))}
    </ul>
  )
}
