import type { ScoreRow } from '#server/attempts/view'

/** How many are offered; the rest stand at /me. */
const SHOWN = 3

/** Quizzes that were begun and not handed in, to be taken up again. Nothing where there are none. */
export function OpenQuizzes({ rows }: { readonly rows: readonly ScoreRow[] }) {
  if (rows.length === 0) return null
  return (
    <section className="open-list" aria-labelledby="open-title">
      <h2 id="open-title">Go on where you stopped</h2>
      <ul>
        {rows.slice(0, SHOWN).map(({ attempt, title, answered, count }) => (
          <li key={attempt}>
            <a href={`/quiz/${attempt}`}>{title}</a>
            <span className="soft">
              {answered} of {count} answered
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
