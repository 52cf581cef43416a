import type { OwnScoresView } from '#server/learning/view'
import { sayShare } from '#ui/text/share.ts'

/** What all quizzes come to that were handed in. Nothing before the first. */
export function Totals({ totals: { quizzes, questions, score } }: Pick<OwnScoresView, 'totals'>) {
  if (quizzes === 0) return null
  return (
    <dl className="totals">
      <div>
        <dt>Quizzes handed in</dt>
        <dd>{quizzes}</dd>
      </div>
      <div>
        <dt>Questions</dt>
        <dd>{questions}</dd>
      </div>
      <div>
        <dt>Of all marks</dt>
        <dd>{sayShare(score / Math.max(1, questions))}</dd>
      </div>
    </dl>
  )
}
