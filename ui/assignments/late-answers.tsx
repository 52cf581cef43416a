import type { LateAnswerView } from '#server/attempts/view'
import { StemText } from '#ui/questions/stem-text.tsx'
import { Moment } from '#ui/text/moment.tsx'
import { sayScore } from '#ui/text/score.ts'

const sayMark = (mark: number): string =>
  mark === 1 ? 'right' : mark === 0 ? 'not right' : `${sayScore(mark)} of a mark`

/** What somebody's device sent when the time was over, for a teacher to weigh. */
export const LateAnswers = ({ late }: { readonly late: readonly LateAnswerView[] }) => (
  <>
    <p>
      Kept, and not counted, as the time was over when it came. Should it count, give more points in the
      gradebook, with your reason.
    </p>
    <ul className="late-answers">
      {late.map(({ position, stem, given, mark, arrivedAt, isAfterTelling }) => (
        <li key={`${position} ${arrivedAt}`}>
          {position}. <StemText text={stem} /> <b>{given}</b>: {sayMark(mark)}, <Moment at={arrivedAt} />
          {isAfterTelling && ', after the answers had been told'}
        </li>
      ))}
    </ul>
  </>
)
