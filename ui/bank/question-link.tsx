import type { QuestionRow } from '#server/bank/view'
import { StemText } from '#ui/questions/stem-text.tsx'

/** A question by its stem, as a link to all that is known of it. */
export const QuestionLink = ({ row: { question, stem } }: { readonly row: QuestionRow }) => (
  <a className="stem-link" href={`/bank/${question}`}>
    <StemText text={stem} />
  </a>
)
