'use client'

import type { TaughtAssignmentView } from '#server/assignments/view'
import { Press } from '#ui/form/press.tsx'
import type { Act } from '#ui/form/reply.ts'
import { Standings } from './standings.tsx'
import { useWatch } from './use-watch.ts'

interface Props {
  readonly own: TaughtAssignmentView
  readonly set: Act<unknown>
  readonly extend: Act<unknown>
  readonly collect: Act<unknown>
}

/** Minutes given to everybody at one press. */
const MORE = 5

/** How everybody stands, as it is at this moment, and what can be done while they are at it. */
export function LiveStandings({ own, set, extend, collect }: Props) {
  const path = `/api/classes/${own.class.id}/quizzes/${own.id}`
  const { standings, problem } = useWatch(path, { at: own.at, people: own.people })
  const { people } = standings
  const inState = (wanted: string) => people.filter(({ state }) => state === wanted).length
  const underWay = inState('under-way')
  return (
    <section aria-labelledby="standings">
      <h2 id="standings">
        {inState('handed-in')} of {people.length} handed in{underWay > 0 && `, ${underWay} under way`}
      </h2>
      {problem !== null && (
        <p className="notice" role="status">
          {problem}{' '}
          <button type="button" className="text-button" onClick={() => location.reload()}>
            Load the page again
          </button>
        </p>
      )}
      {underWay > 0 && (
        <p className="deeds">
          <Press
            act={extend}
            sent={{ assignment: own.id, person: null, minutes: MORE }}
            label={`Give everybody ${MORE} minutes more`}
          />
          <Press act={collect} sent={{ assignment: own.id }} label="Take in what is under way" />
        </p>
      )}
      <Standings assignment={own.id} standings={standings} set={set} extend={extend} />
    </section>
  )
}
