import type { Metadata } from 'next'
import { may } from '#server/access'
import { getAccount } from '#server/accounts/own-account'
import { enter } from '#server/enter'
import { getOwnScores } from '#server/learning/scores'
import { getStreak } from '#server/learning/streak'
import { Attempts } from '#ui/scores/attempts.tsx'
import { CalibrationPart } from '#ui/scores/calibration.tsx'
import { DaysPart } from '#ui/scores/days.tsx'
import { ForgetScores } from '#ui/scores/forget-scores.tsx'
import { MasteryPart } from '#ui/scores/mastery.tsx'
import { SetsPart } from '#ui/scores/sets.tsx'
import { Totals } from '#ui/scores/totals.tsx'
import { Weeks } from '#ui/scores/weeks.tsx'
import { forgetScores } from './actions.ts'

export const metadata: Metadata = { title: 'Your scores', robots: { index: false } }

interface Props {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** The page of the list that is asked for; the first for what is no number. */
const readPage = (asked: string | string[] | undefined): number => {
  const page = Number(asked)
  return Number.isSafeInteger(page) ? page : 1
}

/** What this reader has taken and what it shows: a guest's on this browser, a member's on every one. */
export default async function MePage({ searchParams }: Props) {
  const viewer = await enter('see-own-scores')
  const page = readPage((await searchParams).page)
  const [scores, account, streak] = await Promise.all([
    getOwnScores(viewer, page),
    getAccount(viewer),
    getStreak(viewer),
  ])
  return (
    <div className="frame">
      <header className="page-head">
        <h1>Your scores</h1>
        {account ? (
          <p>
            Signed in as {account.name}. <a href="/classes">Your classes</a> ·{' '}
            <a href="/assignments">Their quizzes</a> ·{' '}
            {may(viewer.role, 'make-sets') && (
              <>
                <a href="/bring-in">Bring in an article</a> · <a href="/sets">Your sets</a> ·{' '}
              </>
            )}
            <a href="/account">Your account</a>
          </p>
        ) : (
          <p>
            Kept for this browser. <a href="/sign-up">Make an account</a> to take them along, or{' '}
            <a href="/sign-in">sign in</a>.
          </p>
        )}
      </header>
      {scores.lines.length === 0 ? (
        <div className="plain">
          <p>Nothing here yet: your first quiz takes about four minutes.</p>
          <p className="actions">
            <a className="button" href="/library">
              Find an article
            </a>{' '}
            <a className="button" data-quiet="" href="/practice">
              Practise
            </a>
          </p>
        </div>
      ) : (
        <div className="own">
          <Totals totals={scores.totals} />
          <DaysPart streak={streak} />
          <Weeks scores={scores} />
          {scores.answers > 0 && <MasteryPart mastery={scores.mastery} />}
          <CalibrationPart scores={scores} />
          <SetsPart scores={scores} />
          <Attempts scores={scores} />
          {account === null && <ForgetScores forget={forgetScores} />}
        </div>
      )}
    </div>
  )
}
