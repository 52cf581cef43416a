import type { ScoreRow } from '#server/attempts/view'
import { sayDay } from '#ui/text/dates.ts'
import { sayScore } from '#ui/text/score.ts'

const MODES = { practice: 'Practice', test: 'Test' } as const

/** What one person has taken, newest first. */
export function ScoresTable({ rows }: { readonly rows: readonly ScoreRow[] }) {
  return (
    <table className="scores">
      <caption>Your quizzes</caption>
      <thead>
        <tr>
          <th scope="col">Quiz</th>
          <th scope="col" className="wide-only">
            Taken
          </th>
          <th scope="col" className="wide-only">
            How
          </th>
          <th scope="col" className="figure">
            Score
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ attempt, title, mode, tries, startedAt, submittedAt, answered, count, score }) => (
          <tr key={attempt}>
            <th scope="row">
              <a href={`/quiz/${attempt}`}>{title}</a>
            </th>
            <td className="wide-only">{sayDay(submittedAt ?? startedAt, 'short')}</td>
            <td className="wide-only">
              {MODES[mode]}
              {tries > 1 && `, ${tries} tries`}
            </td>
            <td className="figure">
              {submittedAt && score !== undefined
                ? `${sayScore(score)} of ${count}`
                : `Open, ${answered} of ${count} answered`}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
