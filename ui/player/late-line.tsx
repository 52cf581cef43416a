import { sayCount } from '#ui/text/dates.ts'

/** Says of answers that came when the time was over that they are kept; nothing where there are none. */
export const LateLine = ({ count }: { readonly count: number }) =>
  count > 0 && (
    <p className="notice">
      {sayCount(count, 'answer')} came when the time was over. What came late is kept for your teacher to see,
      and does not count.
    </p>
  )
