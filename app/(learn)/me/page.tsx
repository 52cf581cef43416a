import type { Metadata } from 'next'
import { getAccount } from '#server/accounts/own-account'
import { listAttempts } from '#server/attempts/history'
import { enter } from '#server/enter'
import { ForgetScores } from '#ui/scores/forget-scores.tsx'
import { ScoreLine } from '#ui/scores/score-line.tsx'
import { ScoresTable } from '#ui/scores/scores-table.tsx'
import { forgetScores } from './actions.ts'

export const metadata: Metadata = { title: 'Your scores', robots: { index: false } }

/** What this reader has taken: a guest's on this browser, a member's on every one. */
export default async function MePage() {
  const viewer = await enter('see-own-scores')
  const [{ rows, totals }, account] = await Promise.all([listAttempts(viewer), getAccount(viewer)])
  return (
    <div className="frame">
      <header className="page-head">
        <h1>Your scores</h1>
        {account ? (
          <p>
            Signed in as {account.name}. <a href="/account">Your account</a>
          </p>
        ) : (
          <p>
            Kept for this browser. <a href="/sign-up">Make an account</a> to take them along, or{' '}
            <a href="/sign-in">sign in</a>.
          </p>
        )}
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
          {account === null && <ForgetScores forget={forgetScores} />}
        </>
      )}
    </div>
  )
}
