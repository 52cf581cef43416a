import type { OwnAssignmentView } from '#server/assignments/view'
import { sayCount } from '#ui/text/dates.ts'
import { Moment } from '#ui/text/moment.tsx'
import { COUNTS_WORDS, TOLD_WORDS } from './words.ts'

function sayAttempts({ left, attempts }: OwnAssignmentView): string {
  if (left === null) return 'You may take it as often as you like.'
  if (left === 0) return 'It cannot be begun again.'
  return `You may take it ${left === 1 ? 'once' : `${left} times`}${attempts.length > 0 ? ' more' : ''}.`
}

/** The terms of an assignment for the one who reads, in their own time zone. */
export function Terms({ own }: { readonly own: OwnAssignmentView }) {
  const { opensAt, dueAt, closesAt, limitMinutes, graceMinutes, latePercent, left, counts, tries } = own
  return (
    <ul className="terms">
      {opensAt !== null && (
        <li>
          Opens <Moment at={opensAt} />.
        </li>
      )}
      {dueAt !== null && (
        <li>
          Due <Moment at={dueAt} />
          {latePercent > 0 ? `; handed in later, it loses ${latePercent}% for each day begun.` : '.'}
        </li>
      )}
      {closesAt !== null && (
        <li>
          Closes <Moment at={closesAt} />.
        </li>
      )}
      <li>
        {limitMinutes === null
          ? 'Take your time: nothing is timed.'
          : `You have ${sayCount(limitMinutes, 'minute')} from the start.`}
      </li>
      {graceMinutes > 0 && (
        <li>For {sayCount(graceMinutes, 'minute')} after that it is still taken, as late.</li>
      )}
      <li>
        {sayAttempts(own)}
        {left !== 1 && left !== 0 && ` Counts: ${COUNTS_WORDS[counts].toLowerCase()}.`}
      </li>
      <li>
        {TOLD_WORDS[own.feedback]}
        {tries > 1 && ` A question has up to ${tries} tries.`}
      </li>
    </ul>
  )
}
