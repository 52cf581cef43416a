import { type FormEvent, useEffect, useRef, useState } from 'react'
import type { AttemptView, ItemView } from '#server/attempts/view'
import { useSingleKeys } from '#ui/frame/single-keys.ts'
import { sayWhy } from '#ui/practice/why.ts'
import { QuestionView } from '#ui/questions/views.tsx'
import { ConfidencePick } from './confidence.tsx'
import { Flagged } from './flag-line.tsx'
import type { Session } from './session.ts'
import type { Draft } from './state.ts'
import { useFlagged } from './use-flagged.ts'
import { usePart } from './use-part.tsx'

interface Props {
  readonly session: Session
  readonly attempt: AttemptView
  readonly item: ItemView
  readonly draft: Draft
  readonly isChecking: boolean
  readonly isOffline: boolean
  /** Its answer has not been acknowledged. */
  readonly isWaiting: boolean
  readonly hasPack: boolean
  readonly isLast: boolean
  /** Whether what comes next is on its way. */
  readonly isBusy: boolean
  /** Ends a practice here; absent where it ends anyway. */
  readonly onStop: (() => void) | undefined
  readonly onGoOn: () => void
  readonly onBack: (() => void) | undefined
}

/** What is told between two tries is fetched ahead of the first one, where an attempt has several. */
export const fetchTryAgain = () => import('./try-again.tsx')

/** So is how an answer went, in practice. */
export const fetchFeedback = () => import('./feedback.tsx')

const sayTries = (left: number): string => (left === 1 ? '1 try left' : `${left} tries left`)

type Side = 'source' | 'flag' | 'keys' | 'offline'

/** One question: its control, how sure one is, check, feedback, and the panels that open beside it. */
export function Question({
  session,
  attempt,
  item,
  draft,
  isChecking,
  isOffline,
  isWaiting,
  hasPack,
  isLast,
  isBusy,
  onStop,
  onGoOn,
  onBack,
}: Props) {
  const isPractice = attempt.mode === 'practice'
  const { position, feedback, tried } = item
  const isLocked = item.final || isChecking
  const isBetween = tried !== undefined && !isLocked
  const form = useRef<HTMLFormElement>(null)
  const verdict = useRef<HTMLHeadingElement>(null)
  const wasFinal = useRef(item.final)
  const usedBefore = useRef(tried?.used ?? 0)
  const [typingProblem, setTypingProblem] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [side, setSide] = useState<Side | null>(null)
  const [isHintShown, showHint] = useState(false)
  const [isFlagged, noteFlag] = useFlagged(item.question, item.isFlagged)

  const panel = usePart(() => import('./source-panel.tsx'), side === 'source')
  const flag = usePart(() => import('./flag-form.tsx'), side === 'flag')
  const list = usePart(() => import('./key-list.tsx'), side === 'keys')
  const offline = usePart(() => import('./offline-panel.tsx'), side === 'offline')
  const again = usePart(fetchTryAgain, isBetween)
  const told = usePart(fetchFeedback, feedback !== undefined || (isPractice && draft.answer !== null))
  const close = () => setSide(null)
  const mayOpenSource = isPractice || attempt.assigned?.hasSource === true

  const check = (event: FormEvent) => {
    event.preventDefault()
    if (isLocked) return
    const isBlank = draft.answer === null
    const isAsTried =
      tried?.sequence === item.sequence && JSON.stringify(draft.answer) === JSON.stringify(item.answer)
    const why =
      typingProblem ??
      (isBlank && isPractice
        ? 'Answer first, or ask to be shown.'
        : isAsTried
          ? 'That was not right. Change your answer first.'
          : null)
    // A test takes what is unfinished, as it takes what is blank; what cannot be read it would lose.
    if (why !== null && (isPractice || isBlank)) return setProblem(why)
    if (isPractice) session.check(position)
    else onGoOn()
  }
  const giveUp = () => {
    session.put(position, { answer: null })
    session.check(position)
  }

  // The feedback takes the focus when it comes, not when one returns to a question that has it.
  useEffect(() => {
    if (feedback && told.sort !== 'here') return
    if (feedback && !wasFinal.current) verdict.current?.focus()
    wasFinal.current = item.final
  }, [feedback, item.final, told.sort])

  const choose = (place: number) => () => {
    const control = form.current?.querySelectorAll<HTMLElement>('[data-choice]')[place]
    control?.focus()
    if (control?.matches('[type="radio"], [type="checkbox"]')) control.click()
  }
  const [keysAreOn, turnKeys] = useSingleKeys({
    ...Object.fromEntries(['1', '2', '3', '4', '5', '6'].map((key, place) => [key, choose(place)])),
    enter: () => (isLocked ? onGoOn() : form.current?.requestSubmit()),
    h: tried?.hint && isBetween ? () => showHint(true) : undefined,
    s: mayOpenSource ? () => setSide('source') : undefined,
    f: () => setSide('flag'),
    '?': () => setSide('keys'),
  })

  const onward = (
    <>
      <button type="button" className="button" onClick={onGoOn} aria-disabled={isBusy}>
        {isBusy ? 'One moment' : isLast ? 'See your results' : 'Next question'}
      </button>
      {onStop && (
        <button type="button" className="text-button" onClick={onStop}>
          Stop here
        </button>
      )}
    </>
  )

  return (
    <div className="question-page" data-beside={side === 'source' || undefined}>
      <div className="question">
        {item.why && <p className="why">{sayWhy(item.why)}</p>}
        <form ref={form} onSubmit={check} noValidate>
          <QuestionView
            kind={item.shown.kind}
            shown={item.shown}
            answer={draft.answer as never}
            isLocked={isLocked}
            feedback={feedback}
            stemId="stem"
            problem={problem}
            onAnswer={(answer, why) => {
              setTypingProblem(why ?? null)
              setProblem(null)
              session.put(position, { answer })
            }}
          />
          {!isLocked && (
            <ConfidencePick
              chosen={draft.confidence}
              onChoose={(confidence) => session.put(position, { confidence })}
            />
          )}
          {problem && (
            <p className="problem" role="alert">
              {problem}
            </p>
          )}
          {!isLocked && (
            <p className="actions">
              <button type="submit" className="button">
                {isPractice ? 'Check' : isLast ? 'To the end' : 'Next'}
              </button>
              {isPractice ? (
                <button type="button" className="text-button" onClick={giveUp}>
                  Show me the answer
                </button>
              ) : (
                onBack && (
                  <button type="button" className="text-button" onClick={onBack}>
                    Back
                  </button>
                )
              )}
              {attempt.tries > 1 && <span className="soft small">{sayTries(tried?.left ?? item.tries)}</span>}
            </p>
          )}
        </form>
        {isBetween && again.sort === 'here' && (
          <again.part.TryAgain
            tried={tried}
            isNews={tried.used > usedBefore.current}
            isHintShown={isHintShown}
            onHint={() => showHint(true)}
          />
        )}
        {isChecking && !feedback && (
          <div className="pending">
            <p role="status">
              {isOffline
                ? 'You are offline. This answer is kept on this device; you will see how it went when the network is back.'
                : 'Checking'}
            </p>
            {isOffline && !attempt.practice && (
              <button type="button" className="button" onClick={onGoOn}>
                {isLast ? 'To the end' : 'Next question'}
              </button>
            )}
          </div>
        )}
        {feedback && told.sort === 'here' && (
          <told.part.Feedback
            kind={item.shown.kind}
            answer={draft.answer}
            feedback={feedback}
            confidence={draft.confidence}
            headingRef={verdict}
            onSource={() => setSide('source')}
          >
            {onward}
          </told.part.Feedback>
        )}
        {feedback && told.sort === 'failed' && <p className="actions">{onward}</p>}
        {feedback && isWaiting && (
          <p className="soft small packed" role="status">
            Checked on this device. The answer is sent when the network is back.
          </p>
        )}
        {isFlagged && <Flagged />}
        <p className="tools">
          {mayOpenSource && (
            <button type="button" className="text-button" onClick={() => setSide('source')}>
              Read the article
            </button>
          )}
          <button type="button" className="text-button" onClick={() => setSide('flag')}>
            Something wrong?
          </button>
          <button type="button" className="text-button" onClick={() => setSide('offline')}>
            Offline
          </button>
          <button type="button" className="text-button" onClick={() => setSide('keys')}>
            Keys
          </button>
        </p>
      </div>
      {side === 'source' && panel.sort === 'here' && (
        <panel.part.SourcePanel
          attempt={attempt.id}
          position={position}
          isFinal={item.final}
          onClose={close}
        />
      )}
      {side === 'flag' && flag.sort === 'here' && (
        <flag.part.FlagForm question={item.question} attempt={attempt.id} onClose={close} onSent={noteFlag} />
      )}
      {side === 'offline' && offline.sort === 'here' && (
        <offline.part.OfflinePanel session={session} attempt={attempt} hasPack={hasPack} onClose={close} />
      )}
      {side === 'keys' && list.sort === 'here' && (
        <list.part.QuestionKeys
          hasSource={mayOpenSource}
          hasHint={attempt.tries > 1}
          isOn={keysAreOn}
          onTurn={turnKeys}
          onClose={close}
        />
      )}
      {((side === 'source' && panel.sort === 'failed') ||
        (side === 'flag' && flag.sort === 'failed') ||
        (side === 'offline' && offline.sort === 'failed') ||
        (side === 'keys' && list.sort === 'failed') ||
        (feedback && told.sort === 'failed') ||
        (isBetween && again.sort === 'failed')) && (
        <p className="notice" role="alert">
          That part of the page could not be fetched. Try again when the network is back.
        </p>
      )}
    </div>
  )
}
