import type { ChangeLine, RehearsalView } from '#server/regrades/view'
import { sayCount } from '#ui/text/dates.ts'
import { sayChanged } from './words.ts'

interface Props {
  readonly rehearsal: RehearsalView
  /** What this page was asked for, without its order and page. */
  readonly query: string
}

const addressOf = (query: string, sort: RehearsalView['sort'], page = 1): string =>
  `?${query}&sort=${sort}${page > 1 ? `&page=${page}` : ''}#preview`

function Line({ name, before, after, isOwn }: ChangeLine) {
  return (
    <tr>
      <th scope="row">
        {name ?? 'Erased learner'}
        {isOwn && <span className="evidence">A grade given by hand, or an excuse, stays in its place.</span>}
      </th>
      <td className="figure">{sayChanged(before)}</td>
      <td className="figure">{sayChanged(after)}</td>
    </tr>
  )
}

/** Every score that would change, a page at a time. */
export function Rehearsal({ rehearsal, query }: Props) {
  const { changed, lines, sort, page, pages } = rehearsal
  if (changed === 0)
    return (
      <p>
        No score of those who have handed in changes. It holds for those who hand in later, and is told beside
        the question.
      </p>
    )
  return (
    <>
      <p>
        {sayCount(changed, 'score')} {changed === 1 ? 'changes' : 'change'}.{' '}
        {sort === 'change' ? 'What changes most stands first. ' : 'By name. '}
        {sort === 'change' ? (
          <a href={addressOf(query, 'name')}>Sort by name</a>
        ) : (
          <a href={addressOf(query, 'change')}>What changes most first</a>
        )}
      </p>
      <table className="scores">
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col" className="figure">
              Now
            </th>
            <th scope="col" className="figure">
              Then
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Line key={line.person} {...line} />
          ))}
        </tbody>
      </table>
      {pages > 1 && (
        <nav aria-label="Pages" className="actions">
          {page > 1 && <a href={addressOf(query, sort, page - 1)}>Before</a>}
          <span>
            Page {page} of {pages}
          </span>
          {page < pages && <a href={addressOf(query, sort, page + 1)}>After</a>}
        </nav>
      )}
    </>
  )
}
