import type { QuestionRow } from '#server/bank/view'
import { AboutQuestion, areOfOne } from '#ui/bank/about-question.tsx'
import { QuestionLink } from '#ui/bank/question-link.tsx'

type Row = QuestionRow & { readonly withdrawn?: string | null }

/** Questions in their order, to be looked at. */
export const Rows = ({ rows }: { readonly rows: readonly Row[] }) => (
  <ol className="questions" aria-label="Questions">
    {rows.map((row) => (
      <li key={row.version}>
        <QuestionLink row={row} />
        <AboutQuestion row={row} isArticleKnown={areOfOne(rows)} />
        {row.withdrawn && <p className="problem">Withdrawn: {row.withdrawn}</p>}
      </li>
    ))}
  </ol>
)
