import type { Metadata } from 'next'
import { listAttempts } from '#server/attempts/history'
import { enter } from '#server/enter'
import { ForgetScores } from '#ui/scores/forget-scores.tsx'
import { ScoreLine } from '#ui/scores/score-line.tsx'
import { ScoresTable } from '#ui/scores/scores-table.tsx'
import { forgetScores } from './actions.ts'

export const metadata: Metadata = { title: 'Your scores', robots: { index: false } }

/** What this reader has taken. A guest's is kept for this browser. */
export default async function MePage() {
  const { rows, totals } = await listAttempts(await enter('see-own-scores'))
  return (
    <div className="frame">
      <header className="page-head">
        <h1>Your scores</h1>
        <p>Kept for this browser. Another browser, or a cleared one, starts afresh.</p>
      </header>
      {rows.length === 0 ? (
        <div className="plain">
          <p>Nothing here yet: your first quiz takes about four minutes.</p>
          <p className="actions">
            <a className="button" href="/library">
              Find an article
            </a>
          </p>
        </div>
      ) : (
        <>
          {totals.quizzes > 0 && (
            <dl className="totals">
              <div>
                <dt>Quizzes handed in</dt>
                <dd>{totals.quizzes}</dd>
              </div>
              <div>
                <dt>Questions</dt>
                <dd>{totals.questions}</dd>
              </div>
              <div>
                <dt>Right</dt>
                <dd>{Math.round((totals.score / Math.max(1, totals.questions)) * 100)}%</dd>
              </div>
            </dl>
          )}
          <ScoreLine rows={rows} />
          <ScoresTable rows={rows} />
          <ForgetScores forget={forgetScores} />
        </>
      )}
    </div>
  )
}
