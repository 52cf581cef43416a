import { useEffect, useRef, useState } from 'react'
import type { Kind } from '#core/learner'
import type { AttemptView, ItemView } from '#server/attempts/view'
import { fetchAhead } from '#ui/questions/views.tsx'
import { homeOf } from './addresses.ts'
import { fetchTryAgain, Question } from './question.tsx'
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

/** What has come back to a question, by a name of its own: its feedback, or how a try went. */
const newsOf = ({ position, feedback, tried }: ItemView): string | null =>
  feedback ? `${position}` : tried ? `${position} ${tried.used}` : null

/** An open attempt: one question at a time, then the page on which it is handed in (place `count + 1`). */
export function Quiz({ session, state, attempt }: Props) {
  const { count, mode, tries } = attempt
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
  const end = usePart(fetchHandIn, isAtEnd)
  const isHere = !isAtEnd || end.sort === 'here'
  useEffect(() => session.see(place), [session, place])
  useEffect(() => {
    document.title = isAtEnd ? 'Hand in · Bellwether' : `Question ${place} of ${count} · Bellwether`
    if (!hasMoved.current || !isHere) return
    window.scrollTo({ top: 0, behavior: 'instant' })
    document.getElementById('stem')?.focus({ preventScroll: true })
  }, [isAtEnd, isHere, place, count])
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
      if (tries > 1) fetchTryAgain().catch(() => {})
    }, SETTLED_MS)
    return () => clearTimeout(timer)
  }, [kinds, tries])

  const isDone = ({ position, final }: ItemView) => final || state.checking.includes(position)
  const goOn = () => {
    const everythingIsDone = mode === 'practice' && attempt.items.every(({ final }) => final)
    if (place >= count && everythingIsDone && !state.isOffline) void session.submit()
    else go(Math.min(place, count) + 1)
  }
  const arrived = attempt.items.filter((each) => each.position !== place && !seen.has(newsOf(each)))

  return (
    <div className="quiz">
      <header className="quiz-head">
        <p className="quiz-title">
          {mode === 'test' ? 'Test' : 'Practice'}: <a href={homeOf(attempt)}>{attempt.title}</a>
        </p>
        <Steps attempt={attempt} state={state} place={place} onGo={go} />
        <div className="quiz-line">
          <p className="place">
            {item ? (
              <>
                <b>{place}</b> of {count}
              </>
            ) : mode === 'test' ? (
              'Before you hand in'
            ) : (
              'The end'
            )}
          </p>
          <SavedLine state={state} />
        </div>
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
      {item ? (
        <Question
          key={`${attempt.id} ${place}`}
          session={session}
          attempt={attempt}
          item={item}
          draft={state.drafts[place] ?? { answer: null }}
          isChecking={state.checking.includes(place)}
          isOffline={state.isOffline}
          isWaiting={state.waiting.includes(place)}
          hasPack={state.hasPack}
          isLast={place === count}
          onGoOn={goOn}
          onBack={place > 1 ? () => go(place - 1) : undefined}
        />
      ) : (
        end.sort === 'here' && (
          <end.part.HandIn session={session} state={state} attempt={attempt} isDone={isDone} onGo={go} />
        )
      )}
      {isAtEnd && end.sort === 'failed' && (
        <p className="notice" role="alert">
          That part of the page could not be fetched.{' '}
          <button type="button" className="text-button" onClick={end.retry}>
            Try again
          </button>
        </p>
      )}
    </div>
  )
}
