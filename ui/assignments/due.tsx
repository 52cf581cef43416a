import type { OwnLine } from '#server/assignments/view'
import { Moment } from '#ui/text/moment.tsx'

/** How many are offered; the rest stand at /assignments. */
const SHOWN = 3

/** Quizzes of one's classes that are to be taken now. Nothing where there are none. */
export function DueAssignments({ lines }: { readonly lines: readonly OwnLine[] }) {
  const due = lines.filter(({ state }) => state === 'open' || state === 'under-way')
  if (due.length === 0) return null
  return (
    <section className="open-list" aria-labelledby="due-title">
      <h2 id="due-title">From your classes</h2>
      <ul>
        {due.slice(0, SHOWN).map(({ id, title, class: name, dueAt, closesAt }) => {
          const end = dueAt ?? closesAt
          return (
            <li key={id}>
              <a href={`/assignments/${id}`}>{title}</a>
              <span className="soft">
                {name}
                {end !== null && (
                  <>
                    , {dueAt === null ? 'closes' : 'due'} <Moment at={end} />
                  </>
                )}
              </span>
            </li>
          )
        })}
      </ul>
      {due.length > SHOWN && (
        <p>
          <a href="/assignments">All of them</a>
        </p>
      )}
    </section>
  )
}
