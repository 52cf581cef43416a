import type { RegradeLine } from '#server/regrades/view'
import { StemText } from '#ui/questions/stem-text.tsx'
import { sayCount } from '#ui/text/dates.ts'
import { Moment } from '#ui/text/moment.tsx'
import { REMEDY_DONE } from './words.ts'

const sayWho = (name: string | null): string => name ?? 'somebody who has left'

/** What was done, in a line: 'Question 3: right answer corrected to 20%'. */
export const sayRegrade = ({ question, remedy, key }: RegradeLine): string =>
  `Question ${question.number}: ${REMEDY_DONE[remedy]}${key === null ? '' : `: ${key}`}`

function Line({ regrade }: { readonly regrade: RegradeLine }) {
  const { id, question, reason, at, by, changed, isEverywhere, undone } = regrade
  return (
    <li>
      <p>
        <b>{sayRegrade(regrade)}</b>
        {isEverywhere && ', in every class'}
      </p>
      <p className="soft">
        <StemText text={question.stem} />
      </p>
      <p>{reason}</p>
      <p className="soft small">
        {sayWho(by)}, <Moment at={at} />. {sayCount(changed, 'score')} changed.
        {undone && (
          <>
            {' '}
            Undone by {sayWho(undone.by)}, <Moment at={undone.at} />.
          </>
        )}
      </p>
      {!undone && !isEverywhere && (
        <p>
          <a href={`?undo=${id}#preview`}>
            Undo it<span className="unseen">: {sayRegrade(regrade)}</span>
          </a>
        </p>
      )}
    </li>
  )
}

/** Everything that was done about questions of an assignment, undone or not. */
export const RegradeList = ({ regrades }: { readonly regrades: readonly RegradeLine[] }) =>
  regrades.length === 0 ? (
    <p>Nothing has been regraded here.</p>
  ) : (
    <ul className="people regrades">
      {regrades.map((regrade) => (
        <Line key={regrade.id} regrade={regrade} />
      ))}
    </ul>
  )
