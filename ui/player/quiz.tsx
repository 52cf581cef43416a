import { useEffect, useRef, useState } from 'react'
import type { Kind } from '#core/learner'
import type { AttemptView, ItemView } from '#server/attempts/view'
import { fetchAhead } from '#ui/questions/views.tsx'
import { homeOf } from './addresses.ts'
import { Place } from './place.tsx'
import { fetchFeedback, fetchTryAgain, Question } from './question.tsx'
import { SavedLine } from './saved-line.tsx'
import type { Session } from './session.ts'
import type { SessionState } from './state.ts'
import { Steps } from './steps.tsx'
import { usePart } from './use-part.tsx'

interface Props {
  readonly session: Session
  readonly state: SessionState
  readonly attempt: AttemptView
}

/** The first question comes first: what the others are drawn with is fetched once it has been on the screen so long. */
const SETTLED_MS = 3_000

/** Where to take a reader who comes back: the place in the address, else the first question that is not done. */
function firstPlace({ items, mode, count }: AttemptView): number {
  const named = Number(location.hash.slice(1))
  if (Number.isInteger(named) && named >= 1 && named <= count) return named
  const isDone = (item: ItemView) => (mode === 'practice' ? item.final : item.answered)
  return items.find((item) => !isDone(item))?.position ?? count + 1
}

/** The last page is fetched ahead, with what the other questions are drawn with. */
const fetchHandIn = () => import('./hand-in.tsx')

const fetchClock = () => import('./time-left.tsx')

/** What has come back to a question, by a name of its own: its feedback, or how a try went. */
const newsOf = ({ position, feedback, tried }: ItemView): string | null =>
  feedback ? `${position}` : tried ? `${position} ${tried.used}` : null

/** An open attempt: one question at a time, then the page on which it is handed in (place `count + 1`). */
export function Quiz({ session, state, attempt }: Props) {
  const { count, mode, tries, practice, assigned } = attempt
  const [place, setPlace] = useState(() => firstPlace(attempt))
  const [seen, setSeen] = useState<ReadonlySet<string | null>>(
    () => new Set([null, ...attempt.items.map(newsOf)]),
  )
  const hasMoved = useRef(false)
  const item = attempt.items.find(({ position }) => position === place)

  const go = (next: number) => {
    session.settle()
    hasMoved.current = true
    history.replaceState(null, '', next <= count ? `#${next}` : '#end')
    setPlace(next)
  }
  const isAtEnd = item === undefined
  const handIn = usePart(fetchHandIn, isAtEnd && practice === undefined)
  const end = usePart(() => import('./practice-end.tsx'), isAtEnd && practice !== undefined)
  const last = practice ? end : handIn
  const clock = usePart(fetchClock, assigned !== undefined && assigned.takenUntil !== null)
  const isHere = !isAtEnd || last.sort === 'here'
  useEffect(() => session.see(place), [session, place])
  useEffect(() => {
    const of = practice ? '' : ` of ${count}`
    document.title = isAtEnd ? 'Hand in · Bellwether' : `Question ${place}${of} · Bellwether`
    if (!hasMoved.current || !isHere) return
    window.scrollTo({ top: 0, behavior: 'instant' })
    document.getElementById('stem')?.focus({ preventScroll: true })
  }, [isAtEnd, isHere, place, count, practice])
  const news = item ? newsOf(item) : null
  useEffect(() => {
    if (!seen.has(news)) setSeen(new Set([...seen, news]))
  }, [news, seen])

  // Whoever stays will come to the other questions, perhaps without a network.
  const kinds = attempt.items.map(({ shown }) => shown.kind).join(' ')
  useEffect(() => {
    const timer = setTimeout(() => {
      fetchAhead(kinds.split(' ') as Kind[])
      fetchHandIn().catch(() => {})
      if (mode === 'practice') fetchFeedback().catch(() => {})
      if (tries > 1) fetchTryAgain().catch(() => {})
    }, SETTLED_MS)
    return () => clearTimeout(timer)
  }, [kinds, mode, tries])

  const isDone = ({ position, final }: ItemView) => final || state.checking.includes(position)
  const isLast = place === count && (!practice || (practice.wished !== null && count >= practice.wished))
  const goOn = async () => {
    if (practice && !isLast && place >= count) {
      if (await session.next()) go(count + 1)
      return
    }
    const everythingIsDone = mode === 'practice' && attempt.items.every(({ final }) => final)
    if (place >= count && everythingIsDone && !state.isOffline) void session.submit()
    else go(Math.min(place, count) + 1)
  }
  const stop = async () => {
    await session.submit()
    if (session.read().standing !== 'finished') go(count + 1)
  }
  const arrived = attempt.items.filter((each) => each.position !== place && !seen.has(newsOf(each)))

  return (
    <div className="quiz">
      <header className="quiz-head">
        <p className="quiz-title">
          {mode === 'test' ? 'Test' : 'Practice'}:{' '}
          <a
            href={homeOf({
              ...attempt,
              assignment: assigned?.id ?? null,
              isPractice: practice !== undefined,
            })}
          >
            {attempt.title}
          </a>
        </p>
        <Steps attempt={attempt} state={state} place={place} onGo={go} />
        <div className="quiz-line">
          <p className="place">
            {item ? (
              <Place place={place} attempt={attempt} />
            ) : mode === 'test' ? (
              'Before you hand in'
            ) : practice && state.end === null ? null : (
              'The end'
            )}
          </p>
          <SavedLine state={state} />
        </div>
        {clock.sort === 'here' && assigned && (
          <clock.part.TimeLeft assigned={assigned} skew={state.skew} onOver={session.submit} />
        )}
      </header>
      {attempt.isPacked && (
        <p className="soft small packed">
          Its answers are on this device: what you practise moves your daily review and counts in no score.
        </p>
      )}
      {(state.notice ?? arrived.length > 0) && (
        <div className="notice" role="status">
          {state.notice && <p>{state.notice}</p>}
          {arrived.map(({ position }) => (
            <p key={position}>
              Your answer to question {position} has been checked.{' '}
              <button type="button" className="text-button" onClick={() => go(position)}>
                See how it went
              </button>
            </p>
          ))}
        </div>
      )}
      {end.sort === 'failed' && (
        <p className="notice" role="alert">
          That part of the page could not be fetched. Try again when the network is back.
        </p>
      )}
      {item ? (
        <Question
          key={`${attempt.id} ${place}`}
          session={session}
          attempt={attempt}
          item={item}
          draft={state.drafts[place] ?? { answer: null }}
          isChecking={state.checking.includes(place)}
          isOffline={state.isOffline}
          isLast={isLast}
          isBusy={state.isChoosing || state.isSubmitting}
          onStop={practice && !isLast ? stop : undefined}
          isWaiting={state.waiting.includes(place)}
          hasPack={state.hasPack}
          onGoOn={goOn}
          onBack={place > 1 ? () => go(place - 1) : undefined}
        />
      ) : practice ? (
        end.sort === 'here' && <end.part.PracticeEnd state={state} onGoOn={goOn} onEnd={stop} />
      ) : (
        handIn.sort === 'here' && (
          <handIn.part.HandIn session={session} state={state} attempt={attempt} isDone={isDone} onGo={go} />
        )
      )}
      {isAtEnd && last.sort === 'failed' && (
        <p className="notice" role="alert">
          That part of the page could not be fetched.{' '}
          <button type="button" className="text-button" onClick={last.retry}>
            Try again
          </button>
        </p>
      )}
    </div>
  )
}
