import type { StandingsView, StandingView } from '#server/assignments/view'
import { Press } from '#ui/form/press.tsx'
import type { Act } from '#ui/form/reply.ts'
import { sayCount } from '#ui/text/dates.ts'
import { Moment } from '#ui/text/moment.tsx'
import { LateAnswers } from './late-answers.tsx'
import { OverrideForm } from './override-form.tsx'
import { STANDING_WORDS, sayAgo, sayLate, sayLeft, sayPercent } from './words.ts'

/** Minutes given at one press. */
const MORE = 5

interface Props {
  readonly assignment: string
  readonly standings: StandingsView
  readonly set: Act<unknown>
  readonly extend: Act<unknown>
}

function Standing({ standing, at }: { readonly standing: StandingView; readonly at: string }) {
  const { state, answered, count, lastAnswered, endsAt, handedInAt, lateDays, attempts, late } = standing
  return (
    <>
      {STANDING_WORDS[state]}
      {state === 'under-way' && `, ${answered} of ${count} answered`}
      {lastAnswered !== null && `, last question ${lastAnswered.position} ${sayAgo(lastAnswered.at, at)}`}
      {state === 'under-way' && endsAt !== null && (
        <>
          , {sayLeft(endsAt, at)}until <Moment at={endsAt} />
        </>
      )}
      {state === 'handed-in' && handedInAt !== null && (
        <>
          {' '}
          <Moment at={handedInAt} />
        </>
      )}
      {lateDays > 0 && <b data-late="">, {sayLate(lateDays)}</b>}
      {late.length > 0 && <b data-late="">, {sayCount(late.length, 'answer')} too late</b>}
      {attempts > 1 && `, ${attempts} attempts`}
    </>
  )
}

/** How everybody stands, each with what is otherwise for them. */
export function Standings({ assignment, standings: { at, people }, set, extend }: Props) {
  if (people.length === 0) return <p>There is nobody in the class yet.</p>
  return (
    <ul className="people standings">
      {people.map((standing) => {
        const { person, name, isTheirs, score, state, override, late } = standing
        return (
          <li key={person}>
            <details>
              <summary>
                <b>{name ?? 'Erased learner'}</b>{' '}
                <span className="score-cell">{score === null ? '' : sayPercent(score)}</span>{' '}
                <span className="soft">
                  <Standing standing={standing} at={at} />
                  {!isTheirs && ', not theirs any more'}
                  {override && ', own terms'}
                </span>
              </summary>
              {late.length > 0 && <LateAnswers late={late} />}
              {isTheirs && (
                <>
                  {state === 'under-way' && (
                    <p className="deeds">
                      <Press
                        act={extend}
                        sent={{ assignment, person, minutes: MORE }}
                        label={`Give ${MORE} minutes more`}
                        about={`to ${name}`}
                      />
                    </p>
                  )}
                  <OverrideForm sent={{ assignment, person }} override={override} set={set} />
                </>
              )}
            </details>
          </li>
        )
      })}
    </ul>
  )
}
