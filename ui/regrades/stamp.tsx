import type { RegradedView } from '#server/regrades/view'
import { sayDay } from '#ui/text/dates.ts'
import { REMEDY_TOLD } from './words.ts'

/** What was done about a question after it was answered, for those who answered it. */
export const RegradeStamp = ({ regraded: { at, remedy, reason } }: { readonly regraded: RegradedView }) => (
  <span className="regrade-stamp">
    This question was regraded on {sayDay(at, 'short')}: {REMEDY_TOLD[remedy]} {reason}
  </span>
)
