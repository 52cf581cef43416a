import type { OwnScoresView, SetLine, SetScore } from '#server/learning/view'
import { sayCount } from '#ui/text/dates.ts'
import { sayScore } from '#ui/text/score.ts'

/** Sets shown at once. */
const DOZEN = 12

function Score({ of }: { readonly of: SetScore }) {
  return (
    <a href={`/quiz/${of.attempt}`}>
      {sayScore(of.score)}
      <span className="wide-only"> of {of.of}</span>
    </a>
  )
}

function Table({ sets, caption }: { readonly sets: readonly SetLine[]; readonly caption: string }) {
  return (
    <table className="scores">
      <caption className="unseen">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">Quiz</th>
          <th scope="col" className="figure wide-only">
            Times
          </th>
          <th scope="col" className="figure">
            First
          </th>
          <th scope="col" className="figure">
            Latest
          </th>
          <th scope="col" className="figure">
            Best
          </th>
        </tr>
      </thead>
      <tbody>
        {sets.map(({ set, title, attempts, first, latest, best }) => (
          <tr key={set}>
            <th scope="row">
              {title}
              <span className="narrow-only">
                {sayCount(latest.of, 'question')} · {sayCount(attempts, 'time')}
              </span>
            </th>
            <td className="figure wide-only">{attempts}</td>
            <td className="figure">
              <Score of={first} />
            </td>
            <td className="figure">
              <Score of={latest} />
            </td>
            <td className="figure">
              <Score of={best} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** First, latest and best of each quiz set one person has handed in. */
export function SetsPart({ scores: { sets } }: { readonly scores: OwnScoresView }) {
  if (sets.length === 0) return null
  const others = sets.slice(DOZEN)
  return (
    <section className="own-part" aria-labelledby="sets-title">
      <h2 id="sets-title">First, latest and best</h2>
      <Table sets={sets.slice(0, DOZEN)} caption="First, latest and best of each quiz" />
      {others.length > 0 && (
        <details className="in-figures">
          <summary>{others.length} more</summary>
          <Table sets={others} caption="First, latest and best of the others" />
        </details>
      )}
    </section>
  )
}
