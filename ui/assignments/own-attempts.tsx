import type { OwnAttemptView } from '#server/assignments/view'
import { Moment } from '#ui/text/moment.tsx'
import { sayLate, sayPercent } from './words.ts'

/** One's own attempts of an assignment, each leading to how it went or to where one stopped. */
export function OwnAttempts({ attempts }: { readonly attempts: readonly OwnAttemptView[] }) {
  return (
    <section aria-labelledby="own-attempts">
      <h2 id="own-attempts">What you have done</h2>
      <ul className="sessions">
        {attempts.map(({ attempt, startedAt, submittedAt, lateDays, score }) => (
          <li key={attempt}>
            <a href={`/quiz/${attempt}`}>
              <Moment at={startedAt} />
            </a>
            <span className="soft">
              {submittedAt === null ? 'Under way' : 'Handed in'}
              {lateDays > 0 && `, ${sayLate(lateDays)}`}
            </span>
            <span>{score === null ? '' : sayPercent(score)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
