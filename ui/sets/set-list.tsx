import type { SetView } from '#server/sets/view'
import { sayCount, sayDay } from '#ui/text/dates.ts'

const sayStanding = ({ questions, articles, withdrawn, isShared, isArchived, changedAt }: SetView): string =>
  [
    questions === 0
      ? 'no questions yet'
      : `${sayCount(questions, 'question')} from ${sayCount(articles, 'article')}`,
    ...(withdrawn > 0 ? [`${withdrawn} withdrawn`] : []),
    ...(isShared ? ['shared'] : []),
    `changed ${sayDay(changedAt, 'short')}`,
    ...(isArchived ? ['put away'] : []),
  ].join(', ')

/** Somebody's sets. */
export function SetList({ sets }: { readonly sets: readonly SetView[] }) {
  if (sets.length === 0)
    return (
      <p>
        You have no set yet. Make one below, draw one by rule, or open <a href="/library">an article</a> and
        make one of its questions.
      </p>
    )
  return (
    <ul className="sessions">
      {sets.map((set) => (
        <li key={set.id}>
          <b>
            <a href={`/sets/${set.id}`}>{set.title}</a>
          </b>
          <span className="soft">{sayStanding(set)}</span>
        </li>
      ))}
    </ul>
  )
}
