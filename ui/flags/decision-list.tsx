import type { DecisionLine } from '#server/flags/view'
import { sayCount } from '#ui/text/dates.ts'
import { Moment } from '#ui/text/moment.tsx'
import { DECIDED_WORDS } from './words.ts'

/** What was decided, in a line: 'Right answer corrected: 20%'. */
export const sayDecision = ({ decided, key }: DecisionLine): string => {
  const words = `${DECIDED_WORDS[decided]}${key === null ? '' : `: ${key}`}`
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** Everything that was decided about a question, the newest first. */
export const DecisionList = ({ decisions }: { readonly decisions: readonly DecisionLine[] }) =>
  decisions.length === 0 ? (
    <p>Nothing has been decided yet.</p>
  ) : (
    <ul className="people regrades">
      {decisions.map((decision) => {
        const { id, word, at, by, isOwners, changed, isSettled, mayUndo } = decision
        return (
          <li key={id}>
            <p>
              <b>{sayDecision(decision)}</b>
              {isOwners ? ', everywhere' : ', in their classes'}
            </p>
            {word !== '' && <p>{word}</p>}
            <p className="soft small">
              {by ?? 'Somebody who has left'}, <Moment at={at} />. {sayCount(changed, 'score')} changed
              {isSettled ? '.' : ' so far; it is being carried out.'}
            </p>
            {mayUndo && (
              <p>
                <a href={`?undo=${id}#preview`}>
                  Undo it<span className="unseen">: {sayDecision(decision)}</span>
                </a>
              </p>
            )}
          </li>
        )
      })}
    </ul>
  )
